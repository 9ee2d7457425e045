import { waitUntil } from '@open-wc/testing';

/** Waits until something holds; long enough for a machine that is busy with other tests. */
export function eventually(holds: () => boolean, what = 'it to hold'): Promise<void> {
  return waitUntil(holds, what, { timeout: 8000 });
}
