/** The configured zone discovery base, with its trailing slash; https, or plain http to this machine alone. */
export function discoveryAddress(text: string): URL {
  const url = new URL(text.endsWith('/') ? text : `${text}/`);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url;
  throw new Error("Autotask's address must be https; plain http is accepted for loopback only");
}

/**
 * The base address of a zone answer, or null when credentials must not be sent there: it is followed to Autotask's
 * own hosts, and to the very origin that is configured (autotask-api.md §1; one client leaked credentials here).
 */
export function trustedZoneAddress(text: string, discovery: URL): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  const isAutotask = url.protocol === 'https:' && url.port === '' && url.hostname.endsWith('.autotask.net');
  if (!isAutotask && url.origin !== discovery.origin) return null;
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
