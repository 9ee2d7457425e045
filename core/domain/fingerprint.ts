const FNV_PRIME = 0x01000193;

/**
 * Takes the fingerprint of a long series of texts without keeping them: three 32-bit FNV-1a hashes from different
 * seeds, two of them turned at each step so that they do not collide together. It tells a change that happened by
 * itself; it is no protection against somebody who wants a collision.
 */
export class Fingerprint {
  #plain = 0x811c9dc5;
  #turned = 0x9e3779b9;
  #turnedFurther = 0x85ebca6b;

  add(texts: readonly string[]): void {
    for (const text of texts) {
      this.#mix(text.length);
      for (let index = 0; index < text.length; index += 1) this.#mix(text.charCodeAt(index));
    }
  }

  value(): string {
    return [this.#plain, this.#turned, this.#turnedFurther]
      .map((lane) => (lane >>> 0).toString(16).padStart(8, '0'))
      .join('');
  }

  #mix(unit: number): void {
    this.#plain = Math.imul(this.#plain ^ unit, FNV_PRIME);
    this.#turned = Math.imul(turn(this.#turned, 5) ^ unit, FNV_PRIME);
    this.#turnedFurther = Math.imul(turn(this.#turnedFurther, 13) ^ unit, FNV_PRIME);
  }
}

function turn(lane: number, bits: number): number {
  return (lane << bits) | (lane >>> (32 - bits));
}
