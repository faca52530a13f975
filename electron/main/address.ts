/** Scheme of the interface under Electron. Registered as standard and secure, so that `'self'` and storage behave. */
export const scheme = 'app';
const host = 'xieban';

/** The one origin whose pages may speak to us. */
export const appOrigin = `${scheme}://${host}`;

/**
 * The path of an address of ours; undefined for every other one. The address is parsed, never searched: user names,
 * ports, other hosts and other schemes that merely contain our name are not ours.
 */
export function ownPath(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || url.protocol !== `${scheme}:` || url.host !== host) return undefined;
  return url.username === '' && url.password === '' ? url.pathname : undefined;
}
