/** The two Autotask entities that are read; Autotask's company is the product's account. */
export type Entity = 'Contacts' | 'Companies';

/** The word that people read for it. */
export const ENTITY_WORD: Readonly<Record<Entity, string>> = { Contacts: 'contacts', Companies: 'accounts' };
