import type { AccountLayout } from './account-layout.ts';
import { country } from './countries.ts';
import { type Culture, firmKinds, type Place, type Trade, type Word } from './culture.ts';
import { cultures } from './cultures/cultures.ts';
import { mix, pick, share } from './random.ts';

/** A firm as its name, domain and place have it. */
export interface Firm {
  readonly row: number;
  readonly size: number;
  readonly culture: Culture;
  readonly name: string;
  readonly domain: string;
  readonly place: Place;
  /** The account whose owner also owns this one and whose mailbox both use. */
  readonly sister: number | undefined;
}

const OWN_COMPANIES = [
  { name: 'Harbourline Managed IT', domain: 'harbourline-it.example' },
  { name: 'Cobalt Ridge Technology Partners', domain: 'cobaltridge.example' },
  { name: 'Brightmoor Systems', domain: 'brightmoor.example' },
  { name: 'Lantern & Co. IT Services', domain: 'lantern-it.example' },
];

/**
 * Primes above any number of names that a culture can form, so that each step through them visits
 * every one.
 */
const STEPS = [7919, 8629, 9341, 10007, 10781];

/**
 * Makes the firm of a row on demand; the last ones asked for are kept, because rows of one firm
 * come together.
 */
export class Firms {
  readonly #layout: AccountLayout;
  readonly #seed: number;
  readonly #recent = new Map<number, Firm>();

  constructor(layout: AccountLayout, seed: number) {
    this.#layout = layout;
    this.#seed = seed;
  }

  firm(row: number): Firm {
    const known = this.#recent.get(row);
    if (known !== undefined) return known;
    if (this.#recent.size >= 4096) this.#recent.clear();
    const made = this.#make(row);
    this.#recent.set(row, made);
    return made;
  }

  /** A repeatable number for one aspect of an account. */
  hash(row: number, aspect: number): number {
    return mix(this.#seed, row, 4000 + aspect);
  }

  #make(row: number): Firm {
    const culture = pick(cultures, this.#layout.cultures[row] ?? 0);
    const place = pick(culture.places, this.hash(row, 1));
    const base = { row, size: this.#layout.sizes[row] ?? 0, culture, place, sister: this.#sister(row) };
    if (row === 0) return { ...base, ...pick(OWN_COMPANIES, (this.#seed - 1) >>> 0) };
    const { trade, brand, second } = this.#words(row, culture);
    const legalForm = pick(country(place.country).legalForms, this.hash(row, 2));
    const both = second === undefined ? brand.text : `${brand.text}${culture.writesLatin ? ' & ' : ' '}${second.text}`;
    const domain = second === undefined ? brand.slug : `${brand.slug}-${second.slug}`;
    return {
      ...base,
      name: spaced(trade.name.replace('{b}', both).replace('{s}', legalForm), this.hash(row, 3)),
      domain: `${trade.domain.replace('{b}', domain)}.example`,
    };
  }

  /**
   * No two firms get the same pair of trade and own name; when a culture has used all of them,
   * firms bear two names.
   */
  #words(row: number, culture: Culture): { trade: Trade; brand: Word; second: Word | undefined } {
    const kind = pick(firmKinds, this.#layout.kinds[row] ?? 0);
    const trades = culture.trades[kind];
    const pairs = trades.length * culture.brands.length;
    const ordinal = this.#layout.ordinals[row] ?? 0;
    const start = mix(this.#seed, this.#layout.cultures[row] ?? 0, 41);
    const step = pick(STEPS, mix(this.#seed, this.#layout.kinds[row] ?? 0, 42));
    const pair = ((start % pairs) + ordinal * step) % pairs;
    const round = Math.floor(ordinal / pairs);
    const brandIndex = Math.floor(pair / trades.length);
    return {
      trade: pick(trades, pair),
      brand: pick(culture.brands, brandIndex),
      second: round === 0 ? undefined : pick(culture.brands, brandIndex + round),
    };
  }

  #sister(row: number): number | undefined {
    if (row < 8 || share(this.hash(row, 4)) >= 0.03) return undefined;
    const other = row - 1 - (this.hash(row, 5) % Math.min(6, row - 2));
    const isFree = (this.#layout.sizes[other] ?? 0) > 0 && (this.#layout.sizes[other] ?? 0) < 100;
    return isFree && other > 0 && this.#sister(other) === undefined ? other : undefined;
  }
}

/** Some names were typed with a blank too many. */
function spaced(name: string, hash: number): string {
  if (hash % 200 === 0) return `${name} `;
  if (hash % 200 === 1) return name.replace(' ', '  ');
  return name;
}
