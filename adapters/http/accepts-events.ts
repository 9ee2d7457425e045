const RANGES = ['text/event-stream', 'text/*', '*/*'];

/** Whether an Accept header lets server-sent events through: the most specific range decides (RFC 9110 §12.5.1). */
export function acceptsEvents(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === '') return true;
  const given = new Map(accept.toLowerCase().split(',').map(mediaRange));
  const decisive = RANGES.find((range) => given.has(range));
  return decisive !== undefined && given.get(decisive) !== 0;
}

function mediaRange(text: string): [name: string, quality: number] {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return [name, quality === undefined ? 1 : Number(quality.slice(2))];
}
