import type { PreparedAdministrator } from './prepare-administrator.ts';

/** What the operator needs to know, the address last: a script that waits for it has seen the rest. */
export function announcement(started: {
  readonly url: string;
  readonly administrator: PreparedAdministrator;
  /** Whether the operator chose the password in CONSOLE_ADMIN_PASSWORD. */
  readonly isPasswordSet: boolean;
  readonly practice: { readonly username: string; readonly secret: string } | null;
  readonly practiceMbs: { readonly url: string; readonly username: string; readonly password: string } | null;
}): readonly string[] {
  const { administrator, practice, practiceMbs } = started;
  return [
    `Console email: ${administrator.email}`,
    ...passwordLines(administrator, started.isPasswordSet),
    ...(practice === null
      ? []
      : [`Practice Autotask UserName: ${practice.username}`, `Practice Autotask Password: ${practice.secret}`]),
    ...(practiceMbs === null
      ? []
      : [
          `Practice MBS at ${practiceMbs.url}`,
          `Practice MBS UserName: ${practiceMbs.username}`,
          `Practice MBS Password: ${practiceMbs.password}`,
        ]),
    `Console ready at ${started.url}`,
  ];
}

function passwordLines(administrator: PreparedAdministrator, isPasswordSet: boolean): readonly string[] {
  if (isPasswordSet) return ['Console password: as set in CONSOLE_ADMIN_PASSWORD'];
  if (administrator.generatedPassword === null) return ['Console password: unchanged'];
  return [`Console password: ${administrator.generatedPassword}`, 'Keep it: it is not shown again.'];
}
