/** The console's login identity: two emails with the same key are the same login. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/** How names are stored, and a company's identity: letter case tells two names apart, white space does not. */
export function foldName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ');
}
