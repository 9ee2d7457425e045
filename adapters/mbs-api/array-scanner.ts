import { MbsFailure } from './mbs-failure.ts';

// Over any user many times; stops an item that never ends.
const LONGEST_ITEM = 1024 * 1024;

/**
 * Cuts the text of a JSON array into the texts of its items while it arrives: users come as one list without paging
 * (mbs.md §0.6), which is never held as a whole.
 *
 * The text is `before` the array's bracket, `inside` it, and `after` the closing one; a text that ends anywhere but
 * after it was broken off and must not pass for a shorter list.
 */
export class ArrayScanner {
  #place: 'before' | 'inside' | 'after' = 'before';
  #depth = 0;
  #isInText = false;
  #isEscaped = false;
  #item = '';
  #hasItems = false;

  /** The texts of the items that are complete by now. @throws MbsFailure when it is no array */
  take(chunk: string): string[] {
    const items: string[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const sign = chunk.charAt(at);
      if (this.#place !== 'inside') {
        this.#edge(sign);
        from = at + 1;
      } else if (this.#endsItem(sign)) {
        this.#add(items, this.#item + chunk.slice(from, at), sign);
        this.#item = '';
        from = at + 1;
      }
    }
    if (this.#place === 'inside') this.#item += chunk.slice(from);
    if (this.#item.length > LONGEST_ITEM) throw notData();
    return items;
  }

  /** @throws MbsFailure when the array has not ended */
  end(): void {
    if (this.#place !== 'after') throw notData();
  }

  #edge(sign: string): void {
    if (sign.trim() === '') return; // White space, which a byte order mark counts as.
    if (this.#place === 'after' || sign !== '[') throw notData();
    this.#place = 'inside';
  }

  /** Takes account of a sign inside, and tells whether it ends an item: a comma or bracket of the array itself. */
  #endsItem(sign: string): boolean {
    if (this.#isInText) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (sign === '\\') this.#isEscaped = true;
      else if (sign === '"') this.#isInText = false;
      return false;
    }
    if (sign === '"') this.#isInText = true;
    else if (sign === '{' || sign === '[') this.#depth += 1;
    else if (this.#depth === 0) return this.#endsAtTop(sign);
    else if (sign === '}' || sign === ']') this.#depth -= 1;
    return false;
  }

  #endsAtTop(sign: string): boolean {
    if (sign === '}') throw notData();
    if (sign === ']') this.#place = 'after';
    return sign === ']' || sign === ',';
  }

  #add(items: string[], text: string, sign: string): void {
    const isEmptyArray = sign !== ',' && !this.#hasItems && text.trim() === '';
    this.#hasItems = true;
    if (!isEmptyArray) items.push(text);
  }
}

function notData(): MbsFailure {
  return new MbsFailure('not_data', { about: 'something broken off or unknown' });
}
