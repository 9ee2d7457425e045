import { MemoryContactSource } from '../../../adapters/memory/memory-contact-source.ts';
import { accountId, contactId } from '../../../core/domain/ids.ts';
import { SourceIncomplete, SourceThrottled, SourceUnavailable } from '../../../core/ports/errors.ts';
import { contactSourceContract } from '../../contract/contact-source.contract.ts';

const TROUBLE = {
  down: new SourceUnavailable('Down.'),
  throttled: new SourceThrottled('Too much.'),
  not_data: new SourceIncomplete('A web page.'),
};

contactSourceContract('memory', async () => {
  const credentials = { username: 'api@msp.example', password: 'p$ss#word', integrationCode: null };
  const source = new MemoryContactSource(credentials);
  source.putAccount({ id: accountId('0'), name: 'Harbor MSP', isActive: true });
  let id = 0;
  return {
    source,
    credentials,
    async putAccount(account) {
      id += 7;
      source.putAccount({ id: accountId(String(id)), ...account });
      return accountId(String(id));
    },
    async putContact(contact) {
      id += 7;
      source.putContact({ id: contactId(String(id)), ...contact });
      return contactId(String(id));
    },
    async removeContact(gone) {
      source.removeContact(gone);
    },
    async turnTo(now) {
      source.turnTo(now);
    },
    async grant(access) {
      source.grant(access);
    },
    async trouble(trouble) {
      source.failWith(trouble === null ? null : TROUBLE[trouble]);
    },
    probe: { calls: async () => source.calls },
    async dispose() {},
  };
});
