import { err, ok, type Result } from '#shared/base/result.ts';

/** Why addresses of servers cannot be used. mixed: some speak through a WebSocket and some do not. */
export type AddressFailure = 'address-empty' | 'address-malformed' | 'address-mixed';

const ports: Readonly<Record<string, number>> = { 'nats:': 4222, 'tls:': 4222, 'ws:': 80, 'wss:': 443 };

function readAddress(text: string): string | undefined {
  const written = text.includes('://') ? text : `nats://${text}`;
  if (!URL.canParse(written)) return undefined;
  const { protocol, hostname, port, username, password, pathname } = new URL(written);
  const known = ports[protocol];
  if (known === undefined || hostname === '' || username !== '' || password !== '') return undefined;
  const path = pathname === '/' ? '' : pathname;
  return isSocket(protocol) || path === '' ? `${protocol}//${hostname}:${port || known}${path}` : undefined;
}

const isSocket = (address: string): boolean => /^wss?:/.test(address);

/** Whether these servers are spoken to through a WebSocket. */
export const throughWebSocket = (servers: readonly string[]): boolean => servers.some(isSocket);

/** Whether the connection to these servers must be encrypted. */
export const mustEncrypt = (servers: readonly string[]): boolean => servers.some((one) => one.startsWith('tls:'));

/**
 * Reads addresses of servers as a person types them: `nats://host` or `tls://host` (port 4222 unless given), or
 * `ws://host`, `wss://host` (80, 443). Without a scheme it is `nats://`. All of one office are of one kind.
 */
export function checkServers(addresses: readonly string[]): Result<readonly string[], AddressFailure> {
  const typed = addresses.map((one) => one.trim()).filter((one) => one !== '');
  if (typed.length === 0) return err('address-empty');
  const read = typed.map(readAddress).filter((one) => one !== undefined);
  if (read.length < typed.length) return err('address-malformed');
  return read.some(isSocket) && !read.every(isSocket) ? err('address-mixed') : ok(read);
}
