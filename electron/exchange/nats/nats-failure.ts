import { JetStreamApiError } from '@nats-io/jetstream';
import { errors } from '@nats-io/transport-node';
import type { TransportFailure } from '../transport.ts';

/** Codes of JetStream's refusals, from the server's own list. */
export const refusals = {
  streamNotFound: 10_059,
  consumerNotFound: 10_014,
  wrongLastSequence: 10_071,
  /** The same while something is just being laid down at that subject: the server does not say its number. */
  wrongLastSequenceUnknown: 10_164,
  storeFailed: 10_077,
  noReplicas: 10_074,
} as const;

const full: ReadonlySet<number> = new Set([10_002, 10_023, 10_028, 10_047]);
const noPlace = 10_005;
const notAllowed: ReadonlySet<number> = new Set([10_035, 10_039, 10_076]);
const notNow: ReadonlySet<number> = new Set([
  ...[noPlace, 10_008, 10_009, 10_118],
  ...[refusals.streamNotFound, refusals.consumerNotFound],
]);

/** The JetStream refusal an error is, or undefined when it is none. */
export function refusalOf(error: unknown): { readonly code: number; readonly message: string } | undefined {
  return error instanceof JetStreamApiError ? { code: error.code, message: error.message } : undefined;
}

/** Whether the server, or what it grants this account, has no room left for a stream. */
export function hasNoRoom(error: unknown): boolean {
  const refusal = refusalOf(error);
  if (!refusal) return false;
  return full.has(refusal.code) || (refusal.code === noPlace && /insufficient storage/.test(refusal.message));
}

function ofRefusal(code: number, message: string): TransportFailure {
  if (code === refusals.storeFailed) return /maximum (bytes|messages)/.test(message) ? 'full' : 'error';
  if (full.has(code)) return 'full';
  if (notAllowed.has(code)) return 'refused';
  return notNow.has(code) ? 'unreachable' : 'error';
}

/** Whether the server was not there, or did not answer in time. Nobody at a subject is an inbox that is not there now. */
function isAway(error: Error): boolean {
  return (
    error instanceof errors.TimeoutError ||
    error instanceof errors.ConnectionError ||
    error instanceof errors.ClosedConnectionError ||
    error instanceof errors.DrainingConnectionError ||
    error instanceof errors.NoRespondersError ||
    (error instanceof errors.RequestError && error.isNoResponders())
  );
}

function isRefused(error: Error): boolean {
  return (
    error instanceof errors.PermissionViolationError ||
    error instanceof errors.AuthorizationError ||
    error instanceof errors.UserAuthenticationExpiredError
  );
}

/** What an error of the client or the server means for the exchange. Nothing the library throws gets any further. */
export function natsFailure(error: unknown): TransportFailure {
  const refusal = refusalOf(error);
  if (refusal) return ofRefusal(refusal.code, refusal.message);
  const found = [...causes(error)];
  if (found.some(isRefused)) return 'refused';
  return found.some((one) => isAway(one) || hasSystemCode(one)) ? 'unreachable' : 'error';
}

function* causes(error: unknown): Generator<Error> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause;
}

/** Whether a stream or a consumer was not there. */
export function isMissing(error: unknown): boolean {
  const code = refusalOf(error)?.code;
  if (code === refusals.streamNotFound || code === refusals.consumerNotFound) return true;
  return [...causes(error)].some((one) => one instanceof errors.NoRespondersError);
}

/** A failed look-up, a closed port, a certificate nobody here trusts: all come as errors of the system with a code. */
function hasSystemCode(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string';
}
