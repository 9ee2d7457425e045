import { StartRefused } from './start-refused.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that is set to nothing counts as unset, as in most tools that write environment files. */
function valueOf(environment: Environment, name: string): string | null {
  return environment[name]?.trim() || null;
}

export function readText(
  environment: Environment,
  name: string,
  options: { default: string; maximum: number },
): string {
  const text = valueOf(environment, name) ?? options.default;
  if (text.length > options.maximum || hasControlCharacter(text)) {
    throw new StartRefused(`${name} must be a text of 1 to ${String(options.maximum)} characters on one line.`);
  }
  return text;
}

export function readWhole(
  environment: Environment,
  name: string,
  options: { default: number; minimum: number; maximum: number },
): number {
  const text = valueOf(environment, name);
  if (text === null) return options.default;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < options.minimum || number > options.maximum) {
    const range = `${String(options.minimum)} to ${String(options.maximum)}`;
    throw new StartRefused(`${name} must be a whole number from ${range}.`);
  }
  return number;
}

export function readChoice<Choice extends string>(
  environment: Environment,
  name: string,
  options: { default: Choice; choices: readonly Choice[] },
): Choice {
  const text = valueOf(environment, name);
  if (text === null) return options.default;
  const choice = options.choices.find((one) => one === text);
  if (choice === undefined) throw new StartRefused(`${name} must be one of ${options.choices.join(', ')}.`);
  return choice;
}

/** Keys are used with a key derivation made for random input, not for passwords: hence the least length. */
export function readSecretKeys(environment: Environment): readonly string[] | null {
  const text = valueOf(environment, 'SECRET_KEYS');
  if (text === null) return null;
  const keys = splitKeys(text);
  if (!areKeys(keys)) {
    throw new StartRefused(
      'SECRET_KEYS must be one or more different keys of 32 to 512 characters, newest first, separated by commas.',
    );
  }
  return keys;
}

export function splitKeys(text: string): string[] {
  return text.split(/[\s,]+/).filter((key) => key !== '');
}

export function areKeys(keys: readonly string[]): boolean {
  const isEachLongEnough = keys.every((key) => key.length >= 32 && key.length <= 512);
  return keys.length > 0 && isEachLongEnough && new Set(keys).size === keys.length;
}

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
