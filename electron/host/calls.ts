import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DeskBackend } from '#electron/backend/desks.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { answerFailure, answerJson } from './answer.ts';
import { readBody } from './body.ts';
import { fromWire, toWire } from './wire.ts';

/** Largest body of a call in bytes: 1 MiB of a file as base64 with room for the rest. */
export const largestCall = 2_097_152;

/** What the page asks for; whether it makes sense is the backend's business. */
type Asked = { readonly name: unknown; readonly input: unknown };

const malformed: Failure = { kind: 'bad-input', code: 'bridge.malformed' };
const tooLarge: Failure = { kind: 'too-large', code: 'bridge.too-large' };

/** Takes one call from its request to its answer. Every failure is a reply the page can read. */
export async function answerCall(
  backend: DeskBackend,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const kind = request.headers['content-type'] ?? '';
  if (!/^application\/json(?:; ?charset=utf-8)?$/i.test(kind)) return answerFailure(response, 415, malformed);
  const body = await readBody(request, largestCall);
  if (body === 'broken') return;
  if (body === 'too-large') {
    response.setHeader('connection', 'close');
    return answerFailure(response, 413, tooLarge);
  }
  const asked = readAsked(body);
  if (asked === undefined) return answerFailure(response, 400, malformed);
  const reply = await backend.invoke(asked.name, asked.input);
  answerJson(response, 200, toWire(reply));
}

function readAsked(bytes: Buffer): Asked | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value = fromWire(JSON.parse(text));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const keys = Object.keys(value);
    if (!keys.every((key) => key === 'name' || key === 'input') || !('name' in value)) return undefined;
    return { name: value.name, input: 'input' in value ? value.input : undefined };
  } catch {
    return undefined;
  }
}
