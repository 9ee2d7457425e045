import { type Wiring, wire } from '../../adapters/container.ts';
import type { MbsLogIn } from '../../adapters/mbs-api/mbs-providers.ts';
import { BENCH_SETTINGS } from './bench-settings.ts';

/** A console on disk whose users are those of an MBS API. */
export interface MbsOrder {
  readonly connection: string;
  readonly provider: string;
  readonly url: string;
  readonly logIn: MbsLogIn;
}

export function wireOverMbs({ connection, url, logIn }: MbsOrder): Wiring {
  return wire({ ...BENCH_SETTINGS, database: { connection }, mbs: { url, logInOf: async () => logIn } });
}
