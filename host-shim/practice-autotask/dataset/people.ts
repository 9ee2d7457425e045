import type { Culture, Word } from './culture.ts';
import { cultures } from './cultures/cultures.ts';
import { abroad } from './cultures/south-asia.ts';
import type { Firm } from './firms.ts';
import { mix, pick, share } from './random.ts';

/** A person of a firm as the name has it. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly givenSlug: string;
  readonly familySlug: string;
  /** Above 1 when the firm already has someone of this name; it ends up in the e-mail address. */
  readonly namesake: number;
  readonly title: string;
}

/** People who are not a person: whoever sits there at the moment. */
const DESKS = [
  ['Accounts', 'Payable', 'accounts'],
  ['Front', 'Desk', 'reception'],
  ['Human', 'Resources', 'hr'],
  ['Shipping &', 'Receiving', 'shipping'],
  ['Facilities', 'Office', 'facilities'],
  ['Service', 'Dispatch', 'dispatch'],
] as const;

export type Desk = (typeof DESKS)[number];

/** The desk that a contact of a firm stands for, for the few that do. */
export function deskOf(firm: Firm, hash: number): Desk | undefined {
  if (firm.culture.code !== 'en' || firm.size < 6 || share(hash) >= 0.012) return undefined;
  return pick(DESKS, mix(hash, 1, 51));
}

/**
 * Person `rank` of a firm. Given and family names are walked through in two steps of prime length,
 * so the same pair does not come twice within a firm before all pairs are used.
 */
export function personOf(firm: Firm, rank: number, firmHash: number): Person {
  const hash = mix(firmHash, rank, 52);
  const culture = cultureOf(firm, hash);
  const { given, family, isWoman, round } = nameIndexes(firm, culture, { rank, firmHash });
  const familyList = isWoman ? culture.familyOfWomen : culture.family;
  const first = pick(culture.given, given);
  const last = pick(familyList, family);
  const second = secondFamilyName(culture, familyList, { family, hash });
  const keepsScript = writesOwnScript(firm, culture, hash);
  const { titles } = firm.culture;
  return {
    firstName: typedFirstName(keepsScript ? first.text : first.latin, hash),
    lastName: typedLastName(lastName(culture, { last, second, keepsScript }), hash),
    givenSlug: first.slug,
    familySlug: second === undefined || culture.joinsNamesByBlank ? last.slug : `${last.slug}-${second.slug}`,
    namesake: round + 1,
    // The head's title stands first in each list.
    title: rank === 0 ? pick(titles, 0) : pick(titles, 1 + (mix(hash, 2, 53) % (titles.length - 1))),
  };
}

interface FamilyNames {
  readonly last: Word;
  readonly second: Word | undefined;
  readonly keepsScript: boolean;
}

function lastName(culture: Culture, { last, second, keepsScript }: FamilyNames): string {
  const text = keepsScript ? last.text : last.latin;
  if (second === undefined) return text;
  return `${text}${culture.joinsNamesByBlank ? ' ' : '-'}${keepsScript ? second.text : second.latin}`;
}

/** Most people are of the firm's own culture; the bigger the firm, the more are not. */
function cultureOf(firm: Firm, hash: number): Culture {
  const foreign = firm.culture.writesLatin ? (firm.size > 100 ? 0.3 : 0.13) : 0.05;
  if (share(mix(hash, 3, 53)) >= foreign) return firm.culture;
  const number = mix(hash, 4, 53);
  return number % 3 === 0 ? abroad : pick(cultures, mix(hash, 5, 53));
}

interface Seat {
  readonly rank: number;
  readonly firmHash: number;
}

function nameIndexes(firm: Firm, culture: Culture, { rank, firmHash }: Seat) {
  const givens = culture.givenPrime;
  const families = culture.familyPrime;
  const hash = mix(firmHash, culture.number, 54);
  const isFamilyFirm = firm.size <= 4 && culture === firm.culture && firmHash % 20 < 9;
  const familyStep = isFamilyFirm ? 0 : 1 + (mix(hash, 1, 54) % (families - 1));
  let givenStep = 1 + (mix(hash, 2, 54) % (givens - 1));
  // With this one step, a second walk through the family names would meet the same given names
  // again.
  if ((families * givenStep + 1) % givens === 0) givenStep = (givenStep % (givens - 1)) + 1;
  const walk = Math.floor(rank / families);
  const given = ((mix(hash, 3, 54) % givens) + rank * givenStep + walk) % givens;
  return {
    given,
    family: ((mix(hash, 4, 54) % families) + rank * familyStep) % families,
    isWoman: given >= culture.firstWoman,
    round: Math.floor(walk / givens),
  };
}

function secondFamilyName(culture: Culture, list: readonly Word[], { family, hash }: { family: number; hash: number }) {
  if (share(mix(hash, 6, 53)) >= culture.twoNames) return undefined;
  const second = pick(list, family + 1 + (mix(hash, 7, 53) % (list.length - 1)));
  // "Ashworth-van der Berg" would be odd.
  return second.text.includes(' ') || pick(list, family).text.includes(' ') ? undefined : second;
}

/** People abroad mostly write their names in Latin letters, wherever they are. */
function writesOwnScript(firm: Firm, culture: Culture, hash: number): boolean {
  return culture === firm.culture || culture.writesLatin || mix(hash, 8, 53) % 10 === 0;
}

/** Some names were typed in a hurry: all small, all capitals, a blank too many. */
function typedFirstName(name: string, hash: number): string {
  const kind = mix(hash, 1, 53) % 500;
  if (kind < 2) return name.toLowerCase();
  return kind < 4 ? `${name} ` : name;
}

function typedLastName(name: string, hash: number): string {
  const kind = mix(hash, 1, 53) % 500;
  if (kind < 2) return name.toLowerCase();
  if (kind === 4) return ` ${name}`;
  return kind >= 496 ? name.toUpperCase() : name;
}
