import type { ConnectionView } from '../../core/contract/index.ts';
import { connectionSentence, connectionText } from '../text/connection-text.ts';
import { findingWords } from '../text/server-words.ts';

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

/** The same with what is wrong and what mends it, in sentences. */
export function connectionSentences(connection: ConnectionView): string {
  const { state, username, problem } = connection;
  const stands = connectionSentence[state](username ?? '');
  if (problem === null) return stands;
  const { text, remedy } = findingWords(problem);
  return [stands, text, remedy].join(' ');
}
