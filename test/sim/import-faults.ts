import { ConsoleUnavailable } from '../../core/ports/errors.ts';
import type { Draws } from './draws.ts';
import type { ImportMet } from './import-met.ts';
import type { ImportProcess } from './import-process.ts';
import type { ImportWeather } from './import-weather.ts';

export interface FaultParts {
  readonly process: ImportProcess;
  readonly weather: ImportWeather;
  readonly draws: Draws;
  readonly met: ImportMet;
  /** Told of each call, with the first thing that it is given. */
  onCall?(call: string, subject: unknown): void;
}

const LONG_MS = 9_000; // A lease is ten seconds.
const LONGER_MS = 40_000;

/** A port whose calls take time, and can go wrong before the effect and after it, under a name for the record. */
export function faulty<Port extends object>(name: string, port: Port, parts: FaultParts): Port {
  return new Proxy(port, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      const call = `${name}.${String(key)}`;
      return (...given: readonly unknown[]): unknown => {
        parts.onCall?.(call, given[0]);
        const carryOut = (): unknown => Reflect.apply(member, target, given);
        return isStream(member) ? streamed(call, carryOut, parts) : called(call, carryOut, parts);
      };
    },
  });
}

async function called(call: string, carryOut: () => unknown, parts: FaultParts): Promise<unknown> {
  await pass('before', call, parts);
  const result = await carryOut();
  await pass('after', call, parts);
  return result;
}

async function* streamed(call: string, carryOut: () => unknown, parts: FaultParts): AsyncGenerator {
  await pass('before', call, parts);
  const items = carryOut();
  if (!isIterable(items)) throw new Error(`${call} does not answer a stream`);
  for await (const item of items) {
    yield item;
    await pass('after', call, parts);
  }
}

async function pass(moment: 'before' | 'after', call: string, parts: FaultParts): Promise<void> {
  const { process, weather, draws, met } = parts;
  const trouble = weather.trouble();
  if (trouble !== null) met.note(`${trouble} ${moment} ${call}`);
  if (trouble === 'crash') await process.crash();
  if (trouble === 'freeze') process.freeze(LONG_MS + draws.below(LONGER_MS));
  await process.wait(trouble === 'slow' ? LONG_MS + draws.below(LONGER_MS) : weather.latency);
  if (trouble === 'error') throw new ConsoleUnavailable(`${call} failed, ${moment} its effect.`);
}

function isStream(member: object): boolean {
  return Object.prototype.toString.call(member) === '[object AsyncGeneratorFunction]';
}

function isIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
