import { expect, it, onTestFinished } from 'vitest';
import { type MbsLogIn, MbsProviders } from '../../../adapters/mbs-api/mbs-providers.ts';
import { SilentLog } from '../../support/silent-log.ts';
import { OURS } from './opened-mbs.ts';

const OLD: MbsLogIn = { username: 'api', password: 'old' };
const NEW: MbsLogIn = { username: 'api', password: 'new' };

/** Each look for the log-in waits until the test says what it finds. */
function openProviders() {
  const looks: ((logIn: MbsLogIn) => void)[] = [];
  const logInOf = () => new Promise<MbsLogIn>((resolve) => looks.push(resolve));
  const providers = new MbsProviders({ url: 'https://mbs.example', log: new SilentLog(), logInOf });
  onTestFinished(() => providers.close());
  const look = () => {
    const api = providers.of(OURS);
    return { api, finds: looks.at(-1)! };
  };
  const of = (logIn: MbsLogIn) => {
    const { api, finds } = look();
    finds(logIn);
    return api;
  };
  return { look, of };
}

it('goes on with the API of a log-in for as long as it is the same', async () => {
  const { of } = openProviders();
  const [one, other] = await Promise.all([of(OLD), of({ ...OLD })]);
  expect(other).toBe(one);
  expect(await of(NEW)).not.toBe(one);
});

it('does not go back to a log-in that was read just before it changed', async () => {
  const { look, of } = openProviders();
  await of(OLD);
  const early = look();
  const current = await of(NEW);
  early.finds(OLD);
  expect(await early.api).toBe(current);
  expect(await of(NEW)).toBe(current);
});

it('does not go back either when the later look had found nothing new', async () => {
  const { look, of } = openProviders();
  const current = await of(OLD);
  const early = look();
  await of(OLD);
  early.finds(NEW);
  expect(await early.api).toBe(current);
});
