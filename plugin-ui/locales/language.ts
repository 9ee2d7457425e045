import { configureLocalization } from '@lit/localize';
import { languages } from './languages.ts';
import { templatesOf } from './templates-of.ts';

/** The language of the sources. */
export const ENGLISH = 'en';

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: ENGLISH,
  targetLocales: [...languages.keys()],
  loadLocale: async (tag) => ({ templates: templatesOf((await languages.get(tag)?.())?.words ?? {}) }),
});

/** What the page speaks: the language of its words, and the locale of its numbers and dates. */
export interface Speech {
  readonly language: string;
  /** BCP 47; words and plural rules must be of one language, so it is English where the words are. */
  readonly locale: string;
}

/** The first of the wishes that is one, as far as there are words for it; English for others. */
export function speechFor(wishes: readonly string[]): Speech {
  const wish = wishes.find((tag) => tag !== '') ?? ENGLISH;
  const language = [wish, primaryLanguage(wish)].find((tag) => tag === ENGLISH || languages.has(tag));
  return language === undefined ? { language: ENGLISH, locale: ENGLISH } : { language, locale: wish };
}

/** "de" of "de-AT"; the tag may come from anywhere. */
function primaryLanguage(tag: string): string {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    // What is no tag asks for no language.
    return '';
  }
}

/** Whether the words of the language are the page's already. */
export function isSpoken({ language }: Speech): boolean {
  return language === getLocale();
}

/** Lets all elements speak as is wished; where the words can't be loaded they go on in English. */
export async function speak(speech: Speech): Promise<Speech> {
  try {
    await setLocale(speech.language);
    return speech;
  } catch {
    // The file of the language was not found, or not reached: the page is worth more than its language.
    await setLocale(ENGLISH);
    return { language: ENGLISH, locale: ENGLISH };
  }
}
