import { AutotaskContactSource } from '../../../adapters/autotask/autotask-contact-source.ts';
import { accountId, contactId } from '../../../core/domain/ids.ts';
import { contactSourceContract, type SourceTrouble } from '../../contract/contact-source.contract.ts';
import { RecordedAutotask, type Reply } from './recorded-autotask.ts';
import { recordedCompany, recordedContact } from './recorded-rows.ts';

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };
const TROUBLE: Record<SourceTrouble, Reply> = {
  down: { status: 503, type: 'text/html', text: '<html><body>Service Unavailable</body></html>' },
  throttled: { status: 429, text: '' },
  not_data: { status: 200, type: 'text/html', text: '<!DOCTYPE html><title>Maintenance</title>' },
};

contactSourceContract('Autotask, recorded answers', async () => {
  const recorded = await RecordedAutotask.start();
  const { username, password, integrationCode } = recorded.signIn;
  const source = new AutotaskContactSource({ url: recorded.url, integrationCode, log: QUIET, pause: async () => {} });
  let id = 29_682_885;
  return {
    source,
    credentials: { username, password, integrationCode: null },
    async putAccount(account) {
      id += 7;
      recorded.companies.set(id, recordedCompany(id, account, recorded.now));
      return accountId(String(id));
    },
    async putContact(contact) {
      id += 1_000_000_007; // Soon beyond 32 bits.
      recorded.contacts.set(id, recordedContact(id, contact, recorded.now));
      return contactId(String(id));
    },
    async removeContact(gone) {
      recorded.contacts.delete(Number(gone));
    },
    async turnTo(now) {
      recorded.now = now;
    },
    async grant(access) {
      recorded.access = { Contacts: access.contacts, Companies: access.accounts };
    },
    async trouble(trouble) {
      recorded.mend();
      if (trouble !== null) recorded.replace(/V1\.0\/(Contacts|Companies)/, TROUBLE[trouble]);
    },
    probe: { calls: async () => recorded.signed.length },
    async dispose() {
      await source.close();
      await recorded.stop();
    },
  };
});
