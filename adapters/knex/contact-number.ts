const LARGEST = 2n ** 63n - 1n;
const LARGEST_DIGITS = `${LARGEST}`.length;

/** Whether the text is an Autotask id in its one form: a whole number as the tables keep it. */
export function isContactNumber(text: string): boolean {
  return /^(0|[1-9]\d{0,18})$/.test(text) && (text.length < LARGEST_DIGITS || BigInt(text) <= LARGEST);
}
