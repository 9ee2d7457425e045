import type { ConnectionView } from '../../core/contract/index.ts';
import { connectionText } from '../text/connection-text.ts';

/** How the connection stands, in a few words. */
export function connectionWords({ state, username }: ConnectionView): string {
  switch (state) {
    case 'not_configured':
      return connectionText.notConfigured();
    case 'connected':
      return connectionText.connected(username ?? '');
    case 'unverified':
      return connectionText.unverified();
    case 'failing':
      return connectionText.failing();
  }
}
