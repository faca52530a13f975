import type { ServerResponse } from 'node:http';
import type { Failure } from '#shared/contract/failure.ts';
import { pageHeaders } from '#shared/contract/page-policy.ts';
import { type Notice, type NoticeLanguage, noticePage } from './notice-page.ts';

const headers = pageHeaders('host');

/** What an answer says besides its content. */
export type AnswerHead = { readonly status: number; readonly type: string; readonly keep?: 'for-good' };

/** Answers with the security headers every answer has; nothing is kept by the browser unless said so. */
export function answer(response: ServerResponse, head: AnswerHead, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  response.writeHead(head.status, {
    ...headers,
    'content-type': head.type,
    'content-length': bytes.byteLength,
    'cache-control': head.keep === 'for-good' ? 'private, max-age=31536000, immutable' : 'no-store',
  });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

/** Answers with JSON text. */
export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  answer(response, { status, type: 'application/json; charset=utf-8' }, JSON.stringify(value));
}

/** Answers a call that never reached the backend with the reply the page understands. */
export function answerFailure(response: ServerResponse, status: number, failure: Failure): void {
  answerJson(response, status, { ok: false, failure });
}

/** Answers with one of the host's own pages. */
export function answerNotice(response: ServerResponse, status: number, notice: Notice, language: NoticeLanguage): void {
  answer(response, { status, type: 'text/html; charset=utf-8' }, noticePage(notice, language));
}

/** Sends the browser to a path of ours. */
export function answerMove(response: ServerResponse, path: string, cookies: readonly string[]): void {
  response.writeHead(303, { ...headers, location: path, 'cache-control': 'no-store', 'set-cookie': [...cookies] });
  response.end();
}

/** Begins an endless answer of server-sent events. */
export function answerStream(response: ServerResponse): void {
  response.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.flushHeaders();
}
