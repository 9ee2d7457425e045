import { request } from 'undici';
import { type PracticeAutotask, startPracticeAutotask } from '../../host-shim/practice-autotask/practice-autotask.ts';
import { openBrowser, openWindow } from '../support/browser.ts';
import { ConsolePage } from '../support/console-page.ts';
import { removeDirectory, startConsoleProcess, temporaryDirectory } from '../support/console-process.ts';
import { type Measured, median, millisecondsOf } from './measure.ts';

const CONTACTS = 2000;
const ROUNDS = 5;
const TARGET = 4;
const CONTACT_FIELDS = ['id', 'firstName', 'lastName', 'emailAddress', 'companyID', 'isActive'];
const COMPANY_FIELDS = ['id', 'companyName', 'isActive'];

/** From pressing Get Autotask Contacts to the list on screen, beside the bare calls that it takes. */
export async function refreshToScreen(): Promise<Measured> {
  const practice = await startPracticeAutotask({ contacts: CONTACTS, seed: 1 });
  try {
    const pressed: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      pressed.push(await pressToList(practice));
      bare.push(await millisecondsOf(() => bareCalls(practice)));
    }
    const ratio = median(pressed) / median(bare);
    return {
      name: `${CONTACTS} contacts: press to list on screen / bare calls`,
      target: `<= ${TARGET}`,
      ratio,
      isMet: ratio <= TARGET,
      detail: `${median(pressed).toFixed(0)} ms / ${median(bare).toFixed(0)} ms`,
    };
  } finally {
    await practice.close();
  }
}

/** A first refresh in a console of its own. */
async function pressToList(practice: PracticeAutotask): Promise<number> {
  const directory = await temporaryDirectory();
  const server = await startConsoleProcess(directory, {
    AUTOTASK_URL: practice.url,
    AUTOTASK_INTEGRATION_CODE: practice.credentials.integrationCode,
  });
  const browser = await openBrowser();
  try {
    const { page } = await openWindow(browser);
    const screen = new ConsolePage(page, server.url);
    await screen.open('/settings/autotask');
    await screen.signIn(server);
    const { username, secret } = practice.credentials;
    await screen.saveCredentials({ username, password: secret });
    return await millisecondsOf(() => screen.getContacts());
  } finally {
    await browser.close();
    await server.stop();
    await removeDirectory(directory);
  }
}

/** The calls of a refresh and nothing else, one after another. */
async function bareCalls({ url, credentials }: PracticeAutotask): Promise<void> {
  const zone = (await read(
    await request(`${url}V1.0/zoneInformation?user=${encodeURIComponent(credentials.username)}`),
  )) as {
    url: string;
  };
  const headers = {
    UserName: credentials.username,
    Secret: credentials.secret,
    ApiIntegrationCode: credentials.integrationCode,
    'Content-Type': 'application/json',
  };
  const base = `${zone.url}V1.0`;
  const ask = async (entity: string, path: string, body?: object) =>
    read(
      await request(`${base}/${entity}/${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  for (const [entity, includeFields] of [
    ['Contacts', CONTACT_FIELDS],
    ['Companies', COMPANY_FIELDS],
  ] as const) {
    await ask(entity, 'entityInformation');
    await ask(entity, 'query/count', { filter: [{ op: 'gte', field: 'id', value: 0 }] });
    let after: { op: string; field: string; value: number } | null = { op: 'gte', field: 'id', value: 0 };
    while (after !== null) {
      const { items } = (await ask(entity, 'query', { maxRecords: 500, includeFields, filter: [after] })) as {
        items: { id: number }[];
      };
      const last = items.at(-1);
      after = last === undefined || items.length < 500 ? null : { op: 'gt', field: 'id', value: last.id };
    }
    await ask(entity, 'query/count', { filter: [{ op: 'gte', field: 'id', value: 0 }] });
  }
}

async function read(answer: Awaited<ReturnType<typeof request>>): Promise<unknown> {
  if (answer.statusCode !== 200) throw new Error(`The practice server answered ${answer.statusCode}`);
  return answer.body.json();
}
