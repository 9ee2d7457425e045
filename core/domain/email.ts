const MAX_EMAIL_LENGTH = 254; // emailAddress (autotask-api.md §4.1)
const FORBIDDEN = /[\s,;<>]/u;

/** The identity of an email: two emails are the same user exactly when their keys are equal. "" means none. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/** Whether a login can be made of the email: one `@` with text on both sides, nothing a list of addresses has. */
export function isValidEmail(email: string): boolean {
  const trimmed = email.trim();
  const at = trimmed.indexOf('@');
  const isSplit = at > 0 && at < trimmed.length - 1 && at === trimmed.lastIndexOf('@');
  return isSplit && trimmed.length <= MAX_EMAIL_LENGTH && !FORBIDDEN.test(trimmed);
}
