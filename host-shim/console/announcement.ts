import type { PreparedAdministrator } from './prepare-administrator.ts';

/** What the operator needs to know, the address last: a script that waits for it has seen the rest. */
export function announcement(started: {
  readonly url: string;
  readonly administrator: PreparedAdministrator;
  readonly practice: { readonly username: string; readonly secret: string } | null;
}): readonly string[] {
  const { administrator, practice } = started;
  return [
    `Console email: ${administrator.email}`,
    administrator.generatedPassword === null
      ? 'Console password: unchanged'
      : `Console password: ${administrator.generatedPassword}   (shown this once)`,
    ...(practice === null
      ? []
      : [`Practice Autotask UserName: ${practice.username}`, `Practice Autotask Password: ${practice.secret}`]),
    `Console ready at ${started.url}`,
  ];
}
