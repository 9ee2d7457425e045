/** The words for one, and for any other number; languages with more forms give more. */
export interface PluralForms {
  readonly one: () => string;
  readonly other: () => string;
  readonly zero?: () => string;
  readonly two?: () => string;
  readonly few?: () => string;
  readonly many?: () => string;
}

/** Chooses the words for a count by the plural rules of the language. */
export function plural(count: number, locale: string, forms: PluralForms): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return form();
}
