/** What an API client logs in with; it is generated in the console and is not the console's own (mbs.md §3.1). */
export interface PracticeLogin {
  readonly username: string;
  readonly password: string;
}

/** Not secret and always the same, so that a setting still works after a restart on another port. */
export const practiceLogin: PracticeLogin = {
  username: 'hvq3m8tz',
  password: 'W7kd2RpXe9sLq4NcYb6T',
};
