import type { ConsoleProcess } from '../support/console-process.ts';
import { EVERYBODY, type Situation } from './situation.ts';

/** Asks for an import of everybody as previewed; the same key again asks for the same run. Answers the run's id. */
export async function askForImport(
  node: ConsoleProcess,
  { client, preview }: Pick<Situation, 'client' | 'preview'>,
  key: string,
): Promise<string> {
  const response = await fetch(`${node.url}/plugins/autotask/api/imports`, {
    method: 'POST',
    headers: { ...client.headers, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ selection: EVERYBODY, fingerprint: preview.fingerprint }),
  });
  const answer = (await response.json()) as { runId?: string };
  if (answer.runId === undefined) throw new Error(`The import is refused: ${JSON.stringify(answer)}`);
  return answer.runId;
}
