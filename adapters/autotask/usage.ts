import type { SourceUsage } from '../../core/ports/contact-source.ts';
import { AutotaskFailure } from './autotask-failure.ts';
import type { CallOptions, Session } from './session.ts';
import { wireId } from './wire.ts';

/** How many calls all programs made in the last 60 minutes (autotask-api.md §5, documented). */
export async function usageOf(session: Session, options: CallOptions): Promise<SourceUsage> {
  const { data } = await session.call({ endpoint: 'ThresholdInformation', path: '', body: null }, options);
  const limit = wireId(data['externalRequestThreshold']);
  const used = wireId(data['currentTimeframeRequestCount']);
  if (!limit || used === null)
    throw new AutotaskFailure('bad_page', { about: 'it does not tell the calls of the hour' });
  return { limit, used };
}
