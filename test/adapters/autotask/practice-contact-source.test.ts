import { AutotaskContactSource } from '../../../adapters/autotask/autotask-contact-source.ts';
import { accountId, contactId } from '../../../core/domain/ids.ts';
import { type FaultName, startPracticeAutotask } from '../../../host-shim/practice-autotask/practice-autotask.ts';
import { contactSourceContract, type SourceTrouble } from '../../contract/contact-source.contract.ts';

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };
const FAULT: Record<SourceTrouble, FaultName> = {
  down: 'unavailable',
  throttled: 'thread_refusal',
  not_data: 'html_200',
};

contactSourceContract('Autotask, practice server', async () => {
  let time = Date.parse('2031-01-01T00:00:00Z');
  const practice = await startPracticeAutotask({
    contacts: 40,
    seed: 5,
    now: () => time,
    wait: async () => {},
    // The source pauses for nothing here, so a slot that is freed late would refuse every repeat in turn.
    switches: { slotReleaseMs: 0 },
  });
  const { control, credentials } = practice;
  const source = new AutotaskContactSource({
    url: practice.url,
    integrationCode: credentials.integrationCode,
    log: QUIET,
    pause: async () => {},
  });
  return {
    source,
    credentials: { username: credentials.username, password: credentials.secret, integrationCode: null },
    async putAccount({ name, isActive }) {
      return accountId(String(control.addCompany({ companyName: name, isActive })));
    },
    async putContact({ firstName, lastName, email, accountId: company, isActive }) {
      const values = {
        firstName,
        lastName,
        emailAddress: email,
        companyID: Number(company),
        isActive: isActive ? 1 : 0,
      };
      return contactId(String(control.addContact(values)));
    },
    async removeContact(id) {
      control.deleteContact(Number(id));
    },
    async turnTo(now) {
      time = now.getTime();
    },
    async grant({ contacts, accounts }) {
      if (contacts === 'unknown' || accounts === 'unknown') throw new Error('Not a right that Autotask knows');
      control.setPermission('Contacts', contacts);
      control.setPermission('Companies', accounts);
    },
    async trouble(trouble) {
      control.clearFaults();
      if (trouble !== null) control.orderFault({ fault: FAULT[trouble], probability: 1 });
    },
    probe: {
      async calls() {
        const routes = Object.entries(control.counters().calls);
        return routes.filter(([route]) => !/^zone/i.test(route)).reduce((sum, [, calls]) => sum + calls, 0);
      },
    },
    async dispose() {
      await source.close();
      await practice.close();
    },
  };
});
