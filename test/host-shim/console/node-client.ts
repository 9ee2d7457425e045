import type { RunView } from '../../../core/contract/index.ts';
import { EventReader } from '../../http/event-reader.ts';
import type { ConsoleProcess } from '../../support/console-process.ts';

const API = '/plugins/autotask/api';

type Headers = Readonly<Record<string, string>>;

/** A browser's dealings with a console of which it knows one address, whichever node answers there. */
export class NodeClient {
  readonly headers: Headers;

  private constructor(headers: Headers) {
    this.headers = headers;
  }

  static async signIn({ url, email, password }: ConsoleProcess): Promise<NodeClient> {
    const response = await fetch(`${url}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const { csrfToken } = (await response.json()) as { csrfToken: string };
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    return new NodeClient({ cookie, 'x-csrf-token': csrfToken });
  }

  /** Answers what the node says; anything but a success is a failed test. */
  async ask<Answer>(node: ConsoleProcess, route: string, change?: { method: string; body: object }): Promise<Answer> {
    const response = await fetch(node.url + (route.startsWith('/console') ? route : API + route), {
      headers: { ...this.headers, ...(change && { 'content-type': 'application/json' }) },
      ...(change && { method: change.method, body: JSON.stringify(change.body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${route} answers ${response.status}: ${text}`);
    return JSON.parse(text) as Answer;
  }

  /** Follows a run by the events of a node. */
  async follow(node: ConsoleProcess, runId: string): Promise<EventReader<RunView>> {
    const response = await fetch(`${node.url}${API}/runs/${runId}/events`, {
      headers: { ...this.headers, accept: 'text/event-stream' },
    });
    return new EventReader<RunView>(response);
  }
}
