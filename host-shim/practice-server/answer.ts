/** What goes back over the wire. A long body may come in parts that are made while they are sent. */
export interface Answer<Body extends Iterable<string> = string> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
  /** Ends the connection instead of answering, or in the middle of the body. */
  readonly breaksOff?: 'before' | 'midway';
}

export const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

export function jsonAnswer(status: number, value: unknown): Answer {
  return { status, headers: JSON_HEADERS, body: JSON.stringify(value) };
}

export function htmlAnswer(status: number, title: string, text: string): Answer {
  const head = `<title>${title}</title>`;
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!DOCTYPE html>\n<html><head>${head}</head><body><h1>${title}</h1><p>${text}</p></body></html>\n`,
  };
}
