import type { CallInput } from '#shared/contract/contract.ts';

/** What stands in the form; secrets begin empty, and empty means that what is kept stays. */
export type Typed = { readonly addresses: string; readonly credentials: string; readonly ca: string };

/** What is typed, as the calls take it. */
export function readTyped({ addresses, credentials, ca }: Typed): CallInput<'server.set'> {
  const lines = addresses.split(/[\s,;，；]+/).filter((one) => one !== '');
  return {
    addresses: lines,
    ...(credentials.trim() === '' ? {} : { credentials }),
    ...(ca.trim() === '' ? {} : { ca: ca.trim() === '-' ? '' : ca }),
  };
}
