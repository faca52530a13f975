import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Desk, desks } from '#shared/contract/desk.ts';

/** What became of a token somebody presented. */
export type Exchange = 'taken' | 'used' | 'unknown';

/** Who may come in: one-time tokens for the address bar, cookies afterwards. Kept in memory only. */
export type Gate = {
  /** A fresh one-time token, base64url; every earlier one that was not used stays good. */
  readonly issue: () => string;
  /** Uses a token up. */
  readonly exchange: (token: string) => Exchange;
  /** The values of `set-cookie` for a browser that has shown a token: one cookie for each desk. */
  readonly cookies: () => readonly string[];
  /** Whether the `cookie` header of a request holds the cookie of `desk`. */
  readonly admits: (header: string | undefined, desk: Desk) => boolean;
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const secret = (): string => randomBytes(32).toString('base64url');

/** Makes a gate. The port is part of the cookies' names, because cookies do not keep ports of one machine apart. */
export function createGate(port: number): Gate {
  const tokens = new Map<string, 'fresh' | 'used'>();
  const keys = new Map<Desk, string>(desks.map((desk) => [desk, secret()]));
  const nameOf = (desk: Desk): string => `xieban-${desk}-${port}`;
  return {
    issue: () => {
      const token = secret();
      tokens.set(digest(token).toString('hex'), 'fresh');
      return token;
    },
    exchange: (token) => {
      const known = digest(token).toString('hex');
      const state = tokens.get(known);
      if (state === undefined) return 'unknown';
      tokens.set(known, 'used');
      return state === 'fresh' ? 'taken' : 'used';
    },
    cookies: () => [...keys].map(([desk, key]) => `${nameOf(desk)}=${key}; Path=/${desk}/; HttpOnly; SameSite=Strict`),
    admits: (header, desk) => {
      const key = keys.get(desk);
      if (key === undefined) return false;
      return readCookies(header, nameOf(desk)).some((shown) => timingSafeEqual(digest(shown), digest(key)));
    },
  };
}

/** All cookies of one name: another program of this machine may have set one beside ours, which must not shut us out. */
function readCookies(header: string | undefined, name: string): readonly string[] {
  const prefix = `${name}=`;
  const parts = (header ?? '').split(';').map((part) => part.trim());
  return parts.filter((part) => part.startsWith(prefix)).map((part) => part.slice(prefix.length));
}
