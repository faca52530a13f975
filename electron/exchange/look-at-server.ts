import { connect, isIP, type LookupFunction } from 'node:net';

/** What a look at an address found: no such name, nobody answering there, something else than a NATS server, or one. */
export type Looked = {
  readonly found: 'no-name' | 'no-answer' | 'no-server' | 'server';
  /** The version it names before anybody signs in; null where it names none. */
  readonly version: string | null;
};

/** The longest a look takes, in milliseconds. */
const lookMs = 6_000;
/** How long one address of a name is waited for before the next one is tried, in milliseconds. */
const attemptMs = 1_000;
/** Bytes of a greeting that are read at most. */
const longestGreeting = 65_536;

const nothing = (found: Looked['found']): Looked => ({ found, version: null });

function readGreeting(text: string): Looked {
  if (!text.startsWith('INFO ')) return nothing('no-server');
  const version = /"version":"([0-9A-Za-z.+-]{1,40})"/.exec(text)?.[1];
  return { found: 'server', version: version ?? null };
}

/** Where to look. `greets`: a server reached directly says what it is; one behind a web address says nothing before it is asked. */
type Place = { readonly host: string; readonly port: number; readonly greets: boolean };

const noSuchName = (error: Error): boolean => 'syscall' in error && error.syscall === 'getaddrinfo';

function greeting({ host, port, greets }: Place, lookup: LookupFunction | undefined): Promise<Looked> {
  const { promise, resolve } = Promise.withResolvers<Looked>();
  // A name may stand for several addresses: each is tried.
  const all = { autoSelectFamily: true, autoSelectFamilyAttemptTimeout: attemptMs };
  const socket = connect({ host, port, ...all, ...(lookup ? { lookup } : {}) });
  let text = '';
  let named = isIP(host) !== 0;
  const end = (looked: Looked): void => {
    socket.destroy();
    resolve(looked);
  };
  const late = (): void => end(nothing(named ? (socket.connecting ? 'no-answer' : 'no-server') : 'no-name'));
  const timer = setTimeout(late, lookMs);
  socket.on('lookup', (error: Error | null) => {
    named ||= !error;
  });
  socket.on('error', (error) => end(nothing(noSuchName(error) ? 'no-name' : 'no-answer')));
  socket.on('close', () => end(readGreeting(text)));
  socket.on('connect', () => {
    if (!greets) end(nothing('server'));
  });
  socket.on('data', (bytes: Buffer) => {
    text += bytes.toString('latin1');
    if (text.includes('\n') || text.length > longestGreeting) end(readGreeting(text));
  });
  return promise.finally(() => clearTimeout(timer));
}

/** Looks at an address that was checked, without signing in, in bounded time. `lookup` finds the addresses of a name. */
export function lookAtServer(address: string, lookup?: LookupFunction): Promise<Looked> {
  const { protocol, hostname, port } = new URL(address);
  const web = protocol === 'ws:' || protocol === 'wss:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const usual = web ? (protocol === 'ws:' ? 80 : 443) : 4222;
  return greeting({ host, port: port === '' ? usual : Number(port), greets: !web }, lookup);
}
