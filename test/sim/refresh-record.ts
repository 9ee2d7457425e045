import type { RefreshMode, Run } from '../../core/domain/run.ts';
import type { BookState } from '../../core/ports/contact-book.ts';
import type { LoggedCall } from '../../host-shim/practice-autotask/practice-autotask.ts';
import type { ClientCall } from './client-calls.ts';
import type { List, Truth } from './truth.ts';

/** What the plugin knows at one moment. */
export interface Known {
  readonly list: List;
  readonly state: BookState;
}

/** All that is to be seen of one refresh. */
export interface RefreshRecord {
  readonly mode: RefreshMode | null;
  readonly run: Run;
  /** Nothing was edited since before the refresh that made the list. */
  readonly isQuiet: boolean;
  readonly before: Known;
  readonly after: Known;
  /** What was true when it began and when it ended; the same where nobody edited anything meanwhile. */
  readonly truths: readonly [Truth, Truth];
  /** The plugin's calls as they arrived. */
  readonly calls: readonly LoggedCall[];
  /** The plugin's calls as they went out. */
  readonly sent: readonly ClientCall[];
  /** Where all of them had to go. */
  readonly origin: string;
}

export function isCredentialed({ route }: Pick<LoggedCall, 'route'>): boolean {
  return route !== 'zoneInformation';
}
