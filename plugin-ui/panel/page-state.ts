import type { ConnectionView, RunView } from '../../core/contract/index.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import type { EmptyKind } from '../text/empty-text.ts';

/** What is known of the page, as far as it decides what stands in the list's place. */
export interface PageFacts {
  readonly connection: ConnectionView | null;
  readonly refresh: { readonly run: RunView | null; readonly isUnderWay: boolean };
  readonly list: {
    readonly isLoaded: boolean;
    readonly total: number;
    readonly inactive: number;
    /** Whether the filter asks for more than active contacts. */
    readonly isNarrowed: boolean;
    readonly problem: ApiProblem | null;
  };
}

/** What stands in the list's place: the table, a wait, or why there is none. */
export type ListPlace = 'table' | 'loading' | EmptyKind;

export function listPlace({ connection, refresh, list }: PageFacts): ListPlace {
  if (!list.isLoaded) return list.problem === null ? 'loading' : 'could-not-load';
  if (list.total > 0) return 'table';
  if (list.inactive > 0 || list.isNarrowed) return 'none-match';
  if (refresh.isUnderWay) return 'loading';
  if (connection?.state === 'not_configured') return 'not-connected';
  return refresh.run?.state === 'done' ? 'none-exist' : 'never-refreshed';
}

/** Whether nobody is signed in, or somebody who may not see the page; null when neither was said. */
export function refusedEntry(problems: readonly (ApiProblem | null)[]): 'signed-out' | 'not-allowed' | null {
  if (problems.some((problem) => problem?.isSignedOut)) return 'signed-out';
  return problems.some((problem) => problem?.isNotAllowed) ? 'not-allowed' : null;
}
