/** Whether MBS says that somebody has the login: "Email already exist." (mbs.md §3.4, seen in clients). */
export function isTaken(words: string): boolean {
  return /\b(e-?mail|login|user)\b.*already exist/i.test(words);
}
