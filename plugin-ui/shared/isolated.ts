import { html, type TemplateResult } from 'lit';

// First strong isolate and pop directional isolate (Unicode Standard Annex #9).
const [OPEN, CLOSE] = ['\u2068', '\u2069'];

/** Marks a name inside a sentence, which may be written in another direction than the sentence. */
export function isolated(name: string): string {
  return `${OPEN}${name}${CLOSE}`;
}

/** A sentence whose marked names keep their direction to themselves, or stand as they are drawn. */
export function withNames(
  sentence: string,
  draw: (name: string) => TemplateResult = (name) => html`<bdi>${name}</bdi>`,
): readonly (string | TemplateResult)[] {
  const [before = '', ...rest] = sentence.split(OPEN);
  return [
    before,
    ...rest.flatMap((part) => {
      const [name = '', after = ''] = part.split(CLOSE);
      return [draw(name), after];
    }),
  ];
}
