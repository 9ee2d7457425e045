import { MemoryContactSource } from '../../adapters/memory/memory-contact-source.ts';
import type { Credentials } from '../../core/domain/connection.ts';
import type { AccountId, ContactId } from '../../core/domain/ids.ts';
import type { Reading, SourceEntity, SourceOptions, WholeReading } from '../../core/ports/contact-source.ts';

/** What one call to Autotask is about; looking at rights and counting take a call of each entity. */
export type Question =
  | 'usage'
  | `rights to ${SourceEntity}`
  | `count ${SourceEntity}`
  | `${'all' | 'changed'} ${SourceEntity}`
  | `ids of ${SourceEntity}`
  | `${SourceEntity} by id`;

/** The questions of a refresh that finds nothing changed. */
export const FOUR_QUESTIONS: readonly Question[] = [
  'changed accounts',
  'changed contacts',
  'count accounts',
  'count contacts',
];

/** A source in memory that keeps what it is asked, call by call. */
export class AskedSource extends MemoryContactSource {
  readonly #asked: Question[] = [];
  readonly #sent: string[] = [];
  /** How many calls of the hour it says are used, whoever made them. */
  used = 0;
  /** Told of every call as it goes out, before it is answered; what it throws is the answer. */
  onAsked: (question: Question) => void = () => undefined;

  /** What was asked since the last look, sorted. */
  takeAsked(): readonly Question[] {
    return this.#asked.splice(0).sort();
  }

  /** Ids of the contacts that were sent since the last look, in their order. */
  takeSent(): readonly string[] {
    return this.#sent.splice(0);
  }

  override check(credentials: Credentials, options: SourceOptions) {
    return super.check(credentials, this.#heard(options, 'rights to contacts', 'rights to accounts'));
  }

  override counts(credentials: Credentials, options: SourceOptions) {
    return super.counts(credentials, this.#heard(options, 'count contacts', 'count accounts'));
  }

  override async *contacts(credentials: Credentials, reading: Reading, options: SourceOptions) {
    const heard = this.#heard(options, `${extentOf(reading)} contacts`);
    for await (const page of super.contacts(credentials, reading, heard)) {
      this.#sent.push(...page.rows.map(({ id }) => id));
      yield page;
    }
  }

  override accounts(credentials: Credentials, reading: Reading, options: SourceOptions) {
    return super.accounts(credentials, reading, this.#heard(options, `${extentOf(reading)} accounts`));
  }

  override ids(entity: SourceEntity, credentials: Credentials, reading: WholeReading, options: SourceOptions) {
    return super.ids(entity, credentials, reading, this.#heard(options, `ids of ${entity}`));
  }

  override contactsById(credentials: Credentials, ids: readonly ContactId[], options: SourceOptions) {
    return super.contactsById(credentials, ids, this.#heard(options, 'contacts by id'));
  }

  override accountsById(credentials: Credentials, ids: readonly AccountId[], options: SourceOptions) {
    return super.accountsById(credentials, ids, this.#heard(options, 'accounts by id'));
  }

  override async usage(credentials: Credentials, options: SourceOptions) {
    const { limit } = await super.usage(credentials, this.#heard(options, 'usage'));
    return { limit, used: this.used };
  }

  #heard(options: SourceOptions, ...questions: readonly Question[]): SourceOptions {
    const onCall = () => {
      for (const question of questions) {
        this.#asked.push(question);
        options.onCall?.();
        this.onAsked(question);
      }
    };
    return { ...options, onCall };
  }
}

function extentOf(reading: Reading): 'all' | 'changed' {
  return 'since' in reading ? 'changed' : 'all';
}
