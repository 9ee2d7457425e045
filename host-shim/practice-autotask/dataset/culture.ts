import { romanised, slug } from './romanised.ts';

/** A word as it is written and the same in the letters of an e-mail address. */
export interface Word {
  readonly text: string;
  readonly latin: string;
  readonly slug: string;
}

/**
 * How a firm of some trade is called, and its domain; `{b}` stands for its own name, `{s}` for the
 * legal form.
 */
export interface Trade {
  readonly name: string;
  readonly domain: string;
}

export interface Place {
  readonly country: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly phone: string;
}

/** A trade's usual size: a shop with a few people, a firm, an organisation with hundreds. */
export type FirmKind = 'small' | 'middle' | 'large';
export const firmKinds: readonly FirmKind[] = ['small', 'middle', 'large'];

export interface Culture {
  readonly code: string;
  /** The code as a number, for draws. */
  readonly number: number;
  /**
   * How often accounts are of this culture, against the other cultures' weights; 0 for people
   * abroad only.
   */
  readonly weight: number;
  readonly writesLatin: boolean;
  readonly given: readonly Word[];
  /** Given names from this one on are women's. */
  readonly firstWoman: number;
  readonly family: readonly Word[];
  /** The largest primes that are not above the lengths of the two lists. */
  readonly givenPrime: number;
  readonly familyPrime: number;
  /** The share of people who bear two family names, and how these are joined. */
  readonly twoNames: number;
  readonly joinsNamesByBlank: boolean;
  /** Women's forms of the family names, where the language has them. */
  readonly familyOfWomen: readonly Word[];
  readonly brands: readonly Word[];
  readonly trades: Readonly<Record<FirmKind, readonly Trade[]>>;
  readonly titles: readonly string[];
  readonly streets: readonly string[];
  readonly places: readonly Place[];
}

/**
 * The word lists of a culture as they are written in its file: entries parted by `|`, spelling and
 * e-mail form by `=`.
 */
export interface CultureText {
  readonly code: string;
  readonly weight: number;
  readonly men: string;
  readonly women: string;
  readonly family: string;
  readonly familyOfWomen?: string;
  readonly twoNames?: number;
  readonly brands: string;
  readonly small: string;
  readonly middle: string;
  readonly large: string;
  readonly titles: string;
  readonly streets: string;
  readonly places: string;
}

export function culture(text: CultureText): Culture {
  const men = words(text.men, text.code);
  const women = words(text.women, text.code);
  const given = [...men, ...women];
  const family = words(text.family, text.code);
  return {
    code: text.code,
    number: text.code.charCodeAt(0) * 256 + text.code.charCodeAt(1),
    weight: text.weight,
    writesLatin: given.every((word) => /\p{Script=Latin}/u.test(word.text)),
    given,
    firstWoman: men.length,
    family,
    givenPrime: primeAtMost(given.length),
    familyPrime: primeAtMost(family.length),
    twoNames: text.twoNames ?? 0,
    joinsNamesByBlank: text.code === 'es' || text.code === 'pt',
    familyOfWomen: text.familyOfWomen === undefined ? family : words(text.familyOfWomen, text.code),
    brands: words(text.brands, text.code),
    trades: { small: trades(text.small), middle: trades(text.middle), large: trades(text.large) },
    titles: entries(text.titles),
    streets: entries(text.streets),
    places: entries(text.places).map(place),
  };
}

function entries(list: string): string[] {
  return list.split('|').map((entry) => entry.trim());
}

function words(list: string, code: string): Word[] {
  return entries(list).map((entry) => {
    const [text = '', spelt] = entry.split('=');
    const latin = spelt === undefined ? text : capitalised(spelt);
    return { text, latin, slug: slug(romanised(spelt ?? text, code)) };
  });
}

function capitalised(text: string): string {
  return text.replace(/(^|[ -])(\p{L})/gu, (_match, before: string, letter: string) => before + letter.toUpperCase());
}

function trades(list: string): Trade[] {
  return entries(list).map((entry) => {
    const [name = '', domain = '{b}'] = entry.split('>');
    return { name, domain };
  });
}

function place(entry: string): Place {
  const [country = '', city = '', state = '', postalCode = '', phone = ''] = entry.split(';');
  return { country, city, state, postalCode, phone };
}

function primeAtMost(limit: number): number {
  let candidate = limit;
  while (!isPrime(candidate)) candidate -= 1;
  return candidate;
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return false;
  return true;
}
