import { checkServers } from '#electron/exchange/nats/addresses.ts';
import { readCredentials } from '#electron/exchange/nats/credentials.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { badInput } from '../typed-text.ts';
import type { ServerSettings } from './server-settings.ts';

const certificates = /^(-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)+$/;

/** Reads what was typed about the server over what is kept; a failure names the field and never repeats what was typed. */
export function readServerInput(
  typed: HandlerInput<'server.set'>,
  kept: ServerSettings,
): Result<ServerSettings, Failure> {
  const addresses = typed.addresses.map((address) => address.trim()).filter((address) => address !== '');
  const servers = addresses.length === 0 ? ok([]) : checkServers(addresses);
  if (!servers.ok) return err(badInput({ code: `server.${servers.error}`, field: 'addresses' }));
  const secret = typed.credentials?.trim() ?? '';
  const credentials = secret === '' ? ok(kept.credentials) : readCredentials(secret);
  if (!credentials.ok) return err(badInput({ code: `server.${credentials.error}`, field: 'credentials' }));
  const ca = typed.ca === undefined ? kept.ca : typed.ca.trim();
  if (ca !== '' && !certificates.test(ca)) return err(badInput({ code: 'server.ca-malformed', field: 'ca' }));
  if (servers.value.length > 0 && credentials.value === null) {
    return err(badInput({ code: 'server.no-key', field: 'credentials' }));
  }
  return ok({ servers: servers.value, credentials: credentials.value, ca });
}
