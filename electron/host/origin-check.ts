import type { IncomingMessage } from 'node:http';

/** Why a request was turned away before anybody looked at what it asks. */
export type Turned = 'wrong-address' | 'wrong-host' | 'wrong-origin';

/**
 * Lets a request pass only when it was made for this very server by this very server's pages or by a person typing the
 * address. `Host` stops a foreign name that was made to point at this machine (DNS rebinding); `Origin` and
 * `Sec-Fetch-Site` stop foreign pages, pages of other ports of this machine included. `authority` is '127.0.0.1:PORT'.
 */
export function turnedAway(request: IncomingMessage, authority: string): Turned | undefined {
  if (!(request.url ?? '').startsWith('/')) return 'wrong-address';
  const hosts = request.rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'host');
  if (hosts.length !== 1 || request.headers.host !== authority) return 'wrong-host';
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${authority}`) return 'wrong-origin';
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'wrong-origin';
  // A browser names the origin of every POST; a POST without one does not come from our page.
  if (request.method === 'POST' && origin === undefined) return 'wrong-origin';
  return undefined;
}
