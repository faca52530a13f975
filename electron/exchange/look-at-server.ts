import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';

/** What a look at an address found: no such name, nobody answering there, something else than a NATS server, or one. */
export type Looked = {
  readonly found: 'no-name' | 'no-answer' | 'no-server' | 'server';
  /** The version it names before anybody signs in; null where it names none. */
  readonly version: string | null;
};

/** The longest a look takes, in milliseconds. */
const lookMs = 4_000;
/** Bytes of a greeting that are read at most. */
const longestGreeting = 65_536;

const nothing = (found: Looked['found']): Looked => ({ found, version: null });

function readGreeting(text: string): Looked {
  if (!text.startsWith('INFO ')) return nothing('no-server');
  const version = /"version":"([0-9A-Za-z.+-]{1,40})"/.exec(text)?.[1];
  return { found: 'server', version: version ?? null };
}

/** `greets`: a server reached directly says what it is; one behind a web address says nothing before it is asked. */
function greeting(host: string, port: number, greets: boolean): Promise<Looked> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let text = '';
    const end = (looked: Looked): void => {
      socket.destroy();
      resolve(looked);
    };
    socket.setTimeout(lookMs, () => end(nothing(socket.connecting ? 'no-answer' : 'no-server')));
    socket.on('error', () => end(nothing('no-answer')));
    socket.on('close', () => end(readGreeting(text)));
    socket.on('connect', () => {
      if (!greets) end(nothing('server'));
    });
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString('latin1');
      if (text.includes('\n') || text.length > longestGreeting) end(readGreeting(text));
    });
  });
}

/** What a name stands for; undefined when nobody knows, or when finding out takes too long. */
async function addressOf(host: string): Promise<{ readonly address: string } | undefined> {
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), lookMs).unref();
  });
  return Promise.race([lookup(host).catch(() => undefined), late]);
}

/** Looks at an address that was checked, without signing in, in bounded time. */
export async function lookAtServer(address: string): Promise<Looked> {
  const { protocol, hostname, port } = new URL(address);
  const web = protocol === 'ws:' || protocol === 'wss:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const known = await addressOf(host);
  if (!known) return nothing('no-name');
  return greeting(known.address, Number(port === '' ? (web ? (protocol === 'ws:' ? 80 : 443) : 4222) : port), !web);
}
