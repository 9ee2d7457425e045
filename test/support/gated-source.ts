import type { ContactSource } from '../../core/ports/contact-source.ts';
import type { Gate } from './gate.ts';

/** A source that can be stopped on the way: before it counts, which a refresh does before it reads whole. */
export function gatedSource(source: ContactSource, gate: Gate): ContactSource {
  return {
    check: (...given) => source.check(...given),
    async counts(...given) {
      await gate.pass();
      return source.counts(...given);
    },
    contacts: (...given) => source.contacts(...given),
    accounts: (...given) => source.accounts(...given),
    ids: (...given) => source.ids(...given),
    contactsById: (...given) => source.contactsById(...given),
    accountsById: (...given) => source.accountsById(...given),
    usage: (...given) => source.usage(...given),
  };
}
