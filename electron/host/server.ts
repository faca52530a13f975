import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Desks } from '#electron/backend/desks.ts';
import { type Desk, desks as deskNames, parseDesk } from '#shared/contract/desk.ts';
import { readPagePath } from '#shared/contract/page-path.ts';
import { answer, answerFailure, answerMove, answerNotice, answerStream } from './answer.ts';
import { answerCall } from './calls.ts';
import { createEventStreams, type EventStreams } from './events.ts';
import { createGate, type Gate } from './gate.ts';
import type { NoticeLanguage } from './notice-page.ts';
import { turnedAway } from './origin-check.ts';
import { pageBridgeScript } from './page-bridge.ts';
import { bridgeFile, createPageFiles } from './page-files.ts';

/** How long a client may take, in milliseconds. */
export type Patience = { readonly headers: number; readonly request: number; readonly idle: number };

export type HostOptions = {
  readonly desks: Desks;
  /** Folder of the built interface. */
  readonly renderer: string;
  /** 0 chooses a free one. */
  readonly port: number;
  /** The language asked for at the start; the interface is told, and without one it decides for itself. */
  readonly language: NoticeLanguage | undefined;
  readonly patience?: Patience;
};

/** A running browser host. */
export type Host = {
  readonly port: number;
  /** A fresh address with a one-time token. */
  readonly address: () => string;
  /** Ends every connection; the desks stay open. */
  readonly close: () => Promise<void>;
};

type Serving = {
  readonly authority: string;
  readonly gate: Gate;
  readonly desks: Desks;
  readonly language: NoticeLanguage;
  /** Where a browser is led to: the own desk, with the language asked for. */
  readonly first: string;
  readonly streams: Readonly<Record<Desk, EventStreams>>;
  readonly files: ReturnType<typeof createPageFiles>;
};

const loopback = '127.0.0.1';
const usualPatience: Patience = { headers: 10_000, request: 60_000, idle: 5_000 };
const mostConnections = 256;

/** Starts the host on loopback. Rejects with Node's own error when the port is taken. */
export async function startHost(options: HostOptions): Promise<Host> {
  const patience = options.patience ?? usualPatience;
  const server = createServer({
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    keepAliveTimeout: patience.idle,
    connectionsCheckingInterval: Math.min(patience.headers, 1_000),
    maxHeaderSize: 16_384,
  });
  server.maxConnections = mostConnections;
  const port = await listen(server, options.port);
  const language = options.language ?? 'zh-CN';
  const streams = { own: createEventStreams(), partner: createEventStreams() };
  const serving: Serving = {
    authority: `${loopback}:${port}`,
    gate: createGate(port),
    desks: options.desks,
    language,
    first: options.language === undefined ? '/own/' : `/own/?lang=${options.language}`,
    streams,
    files: createPageFiles(options.renderer, language),
  };
  const deaf = options.desks.onChanged((desk, change) => streams[desk].announce(change));
  server.on('request', (request, response) => {
    serve(serving, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else answerFailure(response, 500, { kind: 'internal', code: 'bridge.broken' });
    });
  });
  return {
    port,
    address: () => `http://${serving.authority}/?token=${serving.gate.issue()}`,
    close: async () => {
      deaf();
      for (const desk of deskNames) streams[desk].close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: loopback, port, exclusive: true }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function serve(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'POST') {
    response.setHeader('allow', 'GET, HEAD, POST');
    return answerNotice(response, 405, 'turned-away', serving.language);
  }
  const turned = turnedAway(request, serving.authority);
  if (turned !== undefined) {
    return answerNotice(response, turned === 'wrong-host' ? 421 : 403, 'turned-away', serving.language);
  }
  const [path = '', search = ''] = (request.url ?? '').split('?', 2);
  if (path === '/favicon.ico') return answer(response, { status: 204, type: 'image/x-icon' }, '');
  if (path === '/') return serveDoor(serving, request, response, search);
  const [first, second] = path.slice(1).split('/', 2);
  const desk = parseDesk(first);
  if (desk === undefined || second === undefined) return answerNotice(response, 404, 'not-found', serving.language);
  if (!serving.gate.admits(request.headers.cookie, desk)) {
    if (request.method === 'POST') {
      return answerFailure(response, 401, { kind: 'refused', code: 'bridge.signed-out' });
    }
    return answerNotice(response, 401, 'signed-out', serving.language);
  }
  return serveDesk(serving, desk, path, request, response);
}

/** The root: exchanges a token for cookies, otherwise leads to the own desk. */
function serveDoor(serving: Serving, request: IncomingMessage, response: ServerResponse, search: string): void {
  const token = new URLSearchParams(search).get('token');
  if (token === null) return answerMove(response, serving.first, []);
  // A HEAD is what link checkers send; it must not use a token up.
  if (request.method !== 'GET') return answerNotice(response, 405, 'turned-away', serving.language);
  const exchange = serving.gate.exchange(token);
  if (exchange === 'taken') return answerMove(response, serving.first, serving.gate.cookies());
  return answerNotice(response, 403, exchange, serving.language);
}

async function serveDesk(
  serving: Serving,
  desk: Desk,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const backend = serving.desks.find(desk);
  if (backend === undefined) {
    if (request.method === 'POST') return answerFailure(response, 404, { kind: 'not-found', code: 'not-found.desk' });
    return answerNotice(response, 404, 'no-desk', serving.language);
  }
  if (request.method === 'POST') {
    if (path === `/${desk}/invoke`) return answerCall(backend, request, response);
    return answerFailure(response, 404, { kind: 'not-found', code: 'not-found.page' });
  }
  if (path === `/${desk}/events`) return serveEvents(serving.streams[desk], request, response);
  if (path === `/${desk}/${bridgeFile}`) {
    return answer(response, { status: 200, type: 'text/javascript; charset=utf-8' }, pageBridgeScript);
  }
  const page = readPagePath(path);
  const bytes = page && (await serving.files(page));
  if (page === undefined || bytes === undefined) return answerNotice(response, 404, 'not-found', serving.language);
  return answer(response, { status: 200, type: page.type, ...(page.hashed && { keep: 'for-good' }) }, bytes);
}

function serveEvents(streams: EventStreams, request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'HEAD') {
    response.writeHead(405);
    response.end();
    return;
  }
  answerStream(response);
  if (!streams.add(response)) response.destroy();
}
