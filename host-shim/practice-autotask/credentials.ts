export interface PracticeCredentials {
  readonly username: string;
  readonly secret: string;
  readonly integrationCode: string;
}

/**
 * The practice server's one API user. They are not secret and never change, so a stored connection
 * still works after a restart on another port. Their looks are Autotask's: a username like an
 * e-mail address, a secret with symbols, a code of 27 characters (autotask-api.md §2.1, seen in 2
 * clients).
 */
export const practiceCredentials: PracticeCredentials = {
  username: 'q7xw3mtk5vhd2rn@HARBOURLINE-IT.EXAMPLE',
  secret: 'p#9R~4bY$0wK*7tZm@6G1!cXe2',
  integrationCode: 'PRACTICEX7Q4ZLM2VHD9TRWKB3N',
};
