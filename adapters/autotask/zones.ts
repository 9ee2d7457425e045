import { type DatabaseId, databaseId } from '../../core/domain/ids.ts';
import { trustedZoneAddress } from './address.ts';
import { dataOf, type JsonObject } from './answer.ts';
import { AutotaskFailure } from './autotask-failure.ts';
import { Recent } from './recent.ts';
import type { Patience, Retry } from './retry.ts';
import type { Transport } from './transport.ts';
import { wireId, wireText } from './wire.ts';

/** Where a user name's data live. */
export interface Zone {
  /** With a trailing slash and without a version segment. */
  readonly url: string;
  readonly databaseId: DatabaseId;
}

/** How a look-up is done, and when it ends early. */
interface LookUp {
  readonly patience: Patience;
  readonly signal: AbortSignal;
}

interface ZonesParts {
  readonly discovery: URL;
  readonly transport: Transport;
  readonly retry: Retry;
}

const PATH = 'V1.0/zoneInformation';
const TIMEOUT_MS = 30_000;
// User names whose zones are remembered.
const REMEMBERED = 1000;

/** Finds zones by user name. Needs no credentials and sends none, so asking can't lock anybody (autotask-api.md §1). */
export class Zones {
  readonly #parts: ZonesParts;
  readonly #known = new Recent<{ zone: Zone | null }>(REMEMBERED, () => ({ zone: null }));

  constructor(parts: ZonesParts) {
    this.#parts = parts;
  }

  /** The zone as it was last found; asks only for a user name not seen before. */
  async find(username: string, lookUp: LookUp): Promise<Zone> {
    return this.known(username) ?? (await this.ask(username, lookUp));
  }

  /** The zone as it was last found, if it was. */
  known(username: string): Zone | null {
    return this.#known.of(username).zone;
  }

  /** Asks anew: a tenant can be moved between data centres (autotask-api.md §1, seen in 3 clients). */
  async ask(username: string, { patience, signal }: LookUp): Promise<Zone> {
    const { discovery, transport, retry } = this.#parts;
    const url = new URL(PATH, discovery);
    url.searchParams.set('user', username);
    const headers = { accept: 'application/json' };
    const data = await retry.run(
      async () =>
        dataOf(await transport.send({ method: 'GET', url, headers, body: null, timeoutMs: TIMEOUT_MS, signal }), null),
      { path: PATH, patience, signal },
    );
    const zone = zoneOf(data, discovery);
    this.#known.of(username).zone = zone;
    return zone;
  }
}

function zoneOf(data: JsonObject, discovery: URL): Zone {
  const text = wireText(data['url']);
  const customerInstance = wireId(data['ci']);
  if (!text || customerInstance === null) throw new AutotaskFailure('bad_zone');
  const url = trustedZoneAddress(text, discovery);
  if (url === null) throw new AutotaskFailure('untrusted_zone');
  return { url: url.href, databaseId: databaseId(String(customerInstance)) };
}
