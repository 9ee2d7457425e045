/** The form in which names and accounts are compared: trimmed, inner white space folded, Unicode NFC, case kept. */
export function comparable(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/gu, ' ');
}

export function isSameText(one: string, other: string): boolean {
  return one === other || comparable(one) === comparable(other);
}
