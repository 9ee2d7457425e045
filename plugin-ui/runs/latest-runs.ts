import type { RunView } from '../../core/contract/index.ts';
import type { PluginApi } from '../api/plugin-api.ts';

/** Enough, as a rule, to find what is unfinished or held, and the last refresh. */
const A_FEW = 100;

/** As many as the server lists at once. */
const MOST = 500;

/** The latest runs, back to the last refresh even behind many imports: it may be held. */
export async function latestRuns(api: PluginApi): Promise<readonly RunView[]> {
  const runs = await api.runs(A_FEW);
  const isEnough = runs.length < A_FEW || runs.some(({ kind }) => kind === 'refresh');
  return isEnough ? runs : api.runs(MOST);
}
