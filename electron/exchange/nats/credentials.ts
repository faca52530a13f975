import { createUser, fromSeed } from '@nats-io/nkeys';
import { type Authenticator, jwtAuthenticator, nkeyAuthenticator } from '@nats-io/transport-node';
import { err, ok, type Result } from '#shared/base/result.ts';

/** How an office proves itself to the server: its key, or what the operator's .creds file holds (a key with a JWT). */
export type NatsCredentials =
  | { readonly type: 'nkey'; readonly seed: string }
  | { readonly type: 'creds'; readonly text: string };

const encoder = new TextEncoder();
const seedShape = /\bSU[A-Z2-7]{56}\b/;
const jwtShape = /-----BEGIN NATS USER JWT-----\s*(\S+)\s*-+END NATS USER JWT-+/;

/** A fresh key of an office. The seed stays here; only the public key goes to who operates the server. */
export function makeNatsKey(): { readonly seed: string; readonly publicKey: string } {
  const pair = createUser();
  return { seed: new TextDecoder().decode(pair.getSeed()), publicKey: pair.getPublicKey() };
}

function publicKeyOfSeed(seed: string): string | undefined {
  try {
    return fromSeed(encoder.encode(seed)).getPublicKey();
  } catch {
    return undefined;
  }
}

/** Reads what a person typed or chose: the seed of a user key (SU…), or the text of a .creds file. */
export function readCredentials(text: string): Result<NatsCredentials, 'credentials-malformed'> {
  const seed = seedShape.exec(text)?.[0];
  if (seed === undefined || publicKeyOfSeed(seed) === undefined) return err('credentials-malformed');
  if (jwtShape.test(text)) return ok({ type: 'creds', text });
  return text.trim() === seed ? ok({ type: 'nkey', seed }) : err('credentials-malformed');
}

const seedOf = (credentials: NatsCredentials): string =>
  credentials.type === 'nkey' ? credentials.seed : (seedShape.exec(credentials.text)?.[0] ?? '');

/** The public key (U…) that belongs to credentials; '' when they are none. */
export function publicKeyOf(credentials: NatsCredentials): string {
  return publicKeyOfSeed(seedOf(credentials)) ?? '';
}

/** Signs the server's challenge; the seed never leaves this process. */
export function authenticatorOf(credentials: NatsCredentials): Authenticator {
  const seed = encoder.encode(seedOf(credentials));
  if (credentials.type === 'nkey') return nkeyAuthenticator(seed);
  // The library's own reader wants a line feed behind the last line, which a pasted file may lack.
  return jwtAuthenticator(jwtShape.exec(credentials.text)?.[1] ?? '', seed);
}
