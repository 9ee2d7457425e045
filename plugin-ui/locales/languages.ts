/** English sentences with what is said for them; {0}, {1} … stand for the values, in whatever order. */
export type Dictionary = Readonly<Record<string, string>>;

/** The languages besides English, by their tags; each is loaded when somebody asks for it. */
export const languages: ReadonlyMap<string, () => Promise<{ readonly words: Dictionary }>> = new Map([
  ['de', () => import('./de.ts')],
]);
