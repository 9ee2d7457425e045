import type { ContactItem } from '../../core/contract/index.ts';

type Searched = Partial<Pick<ContactItem, 'firstName' | 'lastName' | 'email' | 'account'>>;

/** Whether the list's search finds the contact, as the server would say; what is not known may hold any word. */
export function isFoundBy(search: string, { firstName, lastName, email, account }: Searched): boolean {
  const texts = [firstName, lastName, email, account].filter((text) => text !== undefined);
  if (texts.length === 0) return true;
  const present = texts.flatMap(words);
  return words(search).every((word) => present.some((other) => other.startsWith(word)));
}

function words(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Without case and accents; by way of upper case for "ß", and "ς" is told from "σ" by its place alone. */
function fold(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '');
  return bare.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
}
