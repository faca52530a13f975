import { type Book, differ } from './book.ts';
import type { AssistEvent } from './event.ts';
import { readFacts } from './facts.ts';
import { isCommand } from './life.ts';

/** Entries of the executor that may follow a close without opening the request again. */
const harmless: readonly string[] = ['correct', 'note', 'opened'];
/** Entries an executor that knows of the close writes about a closed request. */
const afterwards: readonly string[] = ['apply', 'originals', 'pen'];

/** The requester's closes by the place in the executor's order they name. */
export function closesByHead(own: readonly AssistEvent[]): ReadonlyMap<number, readonly AssistEvent[]> {
  const closes = new Map<number, AssistEvent[]>();
  for (const event of own) {
    const head = event.kind === 'close' ? readFacts('close', event.facts)?.head : undefined;
    if (head) closes.set(head.seq, [...(closes.get(head.seq) ?? []), event]);
  }
  return closes;
}

/**
 * Lets the closes take effect that name the executor's entry `at` as the head they close: in answered or refused, with no
 * earlier command of the requester still without the executor's order.
 */
export function applyCloses(
  book: Book,
  closes: readonly AssistEvent[],
  at: AssistEvent,
  own: readonly AssistEvent[],
): void {
  for (const close of closes) {
    const head = readFacts('close', close.facts)?.head;
    const waits = own.some((one) => one.seq < close.seq && isCommand(one.kind) && !book.applied.has(one.id));
    if (head?.id !== at.id) differ(book, close, 'wrong-head');
    else if (waits || (book.phase !== 'answered' && book.phase !== 'refused')) differ(book, close, 'does-not-fit');
    else book.close = { by: close, head };
  }
}

/** True when the executor's entry was written knowing of the close that is in force. */
export function knowsClose(book: Book, event: AssistEvent): boolean {
  return book.close !== null && (event.seen?.seq ?? 0) >= book.close.by.seq;
}

/**
 * Opens a closed request again when a newer entry of the executor turns up that it wrote without knowing of the close and
 * that is more than a correction, a note or an 'opened'. Both offices are told by the review item.
 */
export function reopenIfNews(book: Book, event: AssistEvent): void {
  if (book.close === null || harmless.includes(event.kind)) return;
  if (knowsClose(book, event)) return;
  book.close = null;
  book.review.push({ code: 'reopened', by: event.id });
}

/** Whether an entry fits on a request that is closed and stays closed. */
export function fitsClosed(kind: string): boolean {
  return harmless.includes(kind) || afterwards.includes(kind);
}
