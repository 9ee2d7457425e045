import type { SourceEntity } from '../../core/ports/contact-source.ts';

/** The two Autotask entities that are read; Autotask's company is the product's account. */
export type Entity = 'Contacts' | 'Companies';

/** The product's word, which people read, to Autotask's. */
export const ENTITY_OF: Readonly<Record<SourceEntity, Entity>> = { contacts: 'Contacts', accounts: 'Companies' };

/** The word that people read for it. */
export const ENTITY_WORD: Readonly<Record<Entity, SourceEntity>> = { Contacts: 'contacts', Companies: 'accounts' };

/** The first part of a call's path; each has a budget of threads of its own (autotask-api.md §5, seen in 2 clients). */
export type Endpoint = Entity | 'ThresholdInformation';
