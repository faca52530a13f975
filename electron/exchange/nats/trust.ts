import tls from 'node:tls';

/**
 * Lets WebSockets of this process trust an authority of one's own too: the one Node brings takes no certificates with a
 * connection. Where Node is too old for it nothing changes, and such a server is out of reach.
 */
export function trustForWebSockets(ca: string): void {
  if (typeof tls.setDefaultCACertificates !== 'function') return;
  const known = tls.getCACertificates('default');
  if (!known.includes(ca)) tls.setDefaultCACertificates([...known, ca]);
}
