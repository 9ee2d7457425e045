/** The origin of the MBS API; https, or plain http to this machine alone. */
export function apiAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && url.href === `${url.origin}/` && isPrivate(url)) return url;
  throw new Error("Managed Backup's address must be an https origin; plain http is accepted for loopback only");
}

function isPrivate({ protocol, hostname }: URL): boolean {
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback);
}
