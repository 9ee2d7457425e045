/** Letters that Unicode does not take apart into a plain letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

/** Germans and Finns spell umlauts differently in e-mail addresses. */
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** The plain Latin spelling that a speaker of the language would use in an e-mail address. */
export function romanised(text: string, cultureCode: string): string {
  const lower = text.toLowerCase().normalize('NFC');
  const spelt = cultureCode === 'de' ? lower.replace(/[äöü]/g, (letter) => UMLAUTS[letter] ?? letter) : lower;
  return spelt
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]/g, (letter) => LETTERS[letter] ?? letter);
}

/** What is left of a name in an address: `O'Brien` is `obrien`, `van der Berg` is `vanderberg`. */
export function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9-]/g, '');
}
