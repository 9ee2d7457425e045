import { canonicalId, isId } from './canonical-id.ts';
import { fieldOf, isJsonObject } from './json.ts';
import { type FailureKind, MbsFailure } from './mbs-failure.ts';
import type { Caller } from './outage.ts';
import type { Call } from './session.ts';

/** What became of a write. `unsent`: it had no effect. `unclear`: it may have had its effect. */
export type WriteOutcome =
  | { readonly kind: 'done'; readonly id: string | null }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'unsent' }
  | { readonly kind: 'unclear' };

const OUTCOME: Readonly<Record<FailureKind, Exclude<WriteOutcome['kind'], 'done'>>> = {
  log_in_refused: 'unsent',
  no_log_in: 'unsent',
  token_refused: 'unsent',
  throttled: 'unsent',
  unreachable: 'unsent',
  insecure: 'unsent',
  forbidden: 'refused',
  refused: 'refused',
  lost: 'unclear',
  down: 'unclear',
  redirected: 'unclear',
  not_data: 'unclear',
};

/** Makes one call that writes. */
export async function write(caller: Caller, call: Call): Promise<WriteOutcome> {
  try {
    return outcomeOf(await caller.call(call));
  } catch (error) {
    if (!(error instanceof MbsFailure)) throw error;
    const kind = OUTCOME[error.kind];
    return kind === 'refused' ? { kind, words: error.about } : { kind };
  }
}

/** With 200 a text is the id or else a sentence that says what is wrong (mbs.md §0.1, seen in 2 clients). */
function outcomeOf(data: unknown): WriteOutcome {
  const said: unknown = isJsonObject(data) ? fieldOf(data, 'ID') : (data ?? '');
  if (typeof said !== 'string' && typeof said !== 'number') return { kind: 'unclear' };
  const text = String(said).trim();
  if (text === '') return { kind: 'done', id: null };
  return isId(text) ? { kind: 'done', id: canonicalId(text) } : { kind: 'refused', words: text };
}
