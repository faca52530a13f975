import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeskBackend, Desks } from '#electron/backend/desks.ts';
import { type Host, type Patience, startHost } from '#electron/host/server.ts';
import type { Desk } from '#shared/contract/desk.ts';
import type { Change } from '#shared/contract/topics.ts';
import { type RawAnswer, rawHttp, request } from './raw-http.ts';

/** A host over an interface of three files and a backend that repeats what it was asked. */
export type Attacked = {
  readonly host: Host;
  readonly authority: string;
  readonly origin: string;
  /** Every call that reached a backend. */
  readonly asked: { readonly desk: Desk; readonly name: unknown; readonly input: unknown }[];
  readonly announce: (desk: Desk, change: Change) => void;
  /** Signs in with a fresh token; the answer is the value of a `cookie` header for the desk. */
  readonly signIn: (desk?: Desk) => Promise<string>;
  /** A request that is right in every way but for what `headers` says; a header of the same name takes the place. */
  readonly send: (line: string, headers?: Readonly<Record<string, string>>, body?: string) => Promise<RawAnswer>;
  readonly close: () => Promise<void>;
};

export const secretOutside = 'outside-the-interface';

/** Starts it; `partner` says whether there is a second desk. */
export async function hostUnderAttack(
  options: { partner?: boolean; patience?: Patience; language?: 'en' } = {},
): Promise<Attacked> {
  const folder = mkdtempSync(join(tmpdir(), 'xieban-host-'));
  const renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), secretOutside);
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><html lang="zh-CN"><head></head><body></body></html>');
  writeFileSync(join(renderer, 'assets', 'index-aB3dE5gH.js'), 'export {};');
  writeFileSync(join(renderer, '.env'), secretOutside);
  symlinkSync(join(folder, 'secret.txt'), join(renderer, 'linked.txt'));

  const asked: { desk: Desk; name: unknown; input: unknown }[] = [];
  const listeners = new Set<(desk: Desk, change: Change) => void>();
  const backendOf = (desk: Desk): DeskBackend => ({
    invoke: async (name, input) => {
      asked.push({ desk, name, input });
      if (name === 'bug') throw new Error('a bug with a secret in its message');
      return { ok: true, value: input };
    },
    onChanged: () => () => {},
    close: async () => {},
  });
  const backends = { own: backendOf('own'), partner: options.partner === true ? backendOf('partner') : undefined };
  const desks: Desks = {
    find: (desk) => backends[desk],
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {},
  };
  const host = await startHost({
    desks,
    renderer,
    port: 0,
    language: options.language,
    ...(options.patience && { patience: options.patience }),
  });
  const authority = `127.0.0.1:${host.port}`;
  const origin = `http://${authority}`;
  return {
    host,
    authority,
    origin,
    asked,
    announce: (desk, change) => {
      for (const listener of listeners) listener(desk, change);
    },
    signIn: async (desk = 'own') => {
      const answer = await fetch(host.address(), { redirect: 'manual' });
      const cookie = answer.headers.getSetCookie().find((text) => text.includes(`Path=/${desk}/`));
      return cookie?.split(';')[0] ?? '';
    },
    send: (line, headers = {}, body) => {
      const usual: Record<string, string> = { host: authority, ...(line.startsWith('POST') && { origin }), ...headers };
      return rawHttp(host.port, request(line, Object.entries(usual), body));
    },
    close: async () => {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
