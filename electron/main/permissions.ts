import { ownPath } from './address.ts';

/** The only things a page may ask the machine for, each with its reason. Everything else is denied. */
const allowed: Readonly<Record<string, string>> = {
  'clipboard-sanitized-write': 'a clerk copies case numbers, fingerprints and the recovery key',
};

/** Whether the page or origin at `address` may have `permission`. The address is parsed, never searched. */
export function mayHave(permission: string, address: string): boolean {
  return Object.hasOwn(allowed, permission) && ownPath(address) !== undefined;
}
