import type { PracticeCredentials } from '../../host-shim/practice-autotask/credentials.ts';
import { millisecondsOf } from './measure.ts';
import { answer, order } from './run-script.ts';

export interface BareCallsOrder extends PracticeCredentials {
  readonly url: string;
}

const CONTACT_FIELDS = ['id', 'firstName', 'lastName', 'emailAddress', 'companyID', 'isActive'];
const COMPANY_FIELDS = ['id', 'companyName', 'isActive'];

const given = order() as BareCallsOrder;
answer(await millisecondsOf(() => bareCalls(given)));

/** The calls of a refresh and nothing else, one after another, as anybody would write them first. */
async function bareCalls({ url, ...credentials }: BareCallsOrder): Promise<void> {
  const zone = (await read(
    await fetch(`${url}V1.0/zoneInformation?user=${encodeURIComponent(credentials.username)}`),
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
      await fetch(`${base}/${entity}/${path}`, {
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
  }
}

async function read(reply: Response): Promise<unknown> {
  if (!reply.ok) throw new Error(`The practice server answered ${reply.status}`);
  return reply.json();
}
