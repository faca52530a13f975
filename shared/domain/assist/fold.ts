import { type Book, differ, emptyBook } from './book.ts';
import { applyCloses, closesByHead, fitsClosed, reopenIfNews } from './closing.ts';
import { commandEffect } from './command-effect.ts';
import type { AssistEvent, Side } from './event.ts';
import { readFacts } from './facts.ts';
import { isCommand } from './life.ts';
import { mayDo } from './may-do.ts';
import { openBook } from './opening.ts';
import { executeAct } from './order.ts';
import { outcomeOf, type Ruling } from './outcome.ts';
import { whoMustAct } from './phase.ts';
import type { OrderLine, RequestState } from './state.ts';
import { type Trail, trail } from './trail.ts';
import { understands } from './understand.ts';

function stopAt(book: Book, side: Side, event: AssistEvent): void {
  book.stopped[side] = { id: event.id, seq: event.seq, kind: event.kind, kv: event.kv };
}

/** The requester's chain up to the first entry only a newer version can fold. */
function readable(book: Book, events: readonly AssistEvent[], side: Side): readonly AssistEvent[] {
  const end = events.findIndex((event) => !understands(event));
  const stop = events[end];
  if (!stop) return events;
  stopAt(book, side, stop);
  return events.slice(0, end);
}

function line(book: Book, event: AssistEvent, effect: OrderLine['effect'], ruling?: Ruling): void {
  const { command } = event;
  book.order.push({
    id: event.id,
    seq: event.seq,
    kind: event.kind,
    on: event.on,
    effect,
    phaseAfter: book.phase,
    command: command ? { id: command.id, kind: command.kind, seq: command.seq } : null,
    outcome: ruling?.outcome ?? null,
    reason: ruling?.reason ?? null,
  });
}

/** The state a command met: a close counts only when it stands before the command in the requester's chain. */
function standing(book: Book, command: AssistEvent): Parameters<typeof outcomeOf>[0] {
  const closed = book.close !== null && book.close.by.seq < command.seq;
  return {
    phase: closed ? 'closed' : book.phase,
    extensions: book.extensions,
    returned: book.returned,
    papers: book.papers,
  };
}

function applyCommand(book: Book, event: AssistEvent, own: readonly AssistEvent[]): void {
  const said = readFacts('apply', event.facts);
  const { command } = event;
  if (!said || command === undefined || !isCommand(command.kind) || command.side !== 'r') {
    differ(book, event, command === undefined ? 'no-command' : 'malformed');
    line(book, event, 'ignored');
    return;
  }
  if (book.applied.has(command.id)) {
    differ(book, event, 'applied-twice');
    line(book, event, 'ignored');
    return;
  }
  book.applied.add(command.id);
  const ours = own[command.seq - 1];
  if (ours && ours.id !== command.id) differ(book, event, 'no-command');
  const ruling = outcomeOf(standing(book, command), command);
  const agrees = ruling.outcome === said.outcome;
  if (!agrees) differ(book, event, 'outcome-differs');
  const takesEffect = agrees && ruling.outcome === 'ok';
  if (takesEffect) commandEffect(book, event, command);
  else if (said.outcome === 'late') book.review.push({ code: 'late-command', by: event.id });
  else if (said.outcome === 'void') book.review.push({ code: 'void-command', by: event.id });
  // Where the two differ the executor's word is shown and nothing takes effect.
  const shown: Ruling = agrees ? ruling : { outcome: said.outcome, reason: null };
  line(book, event, takesEffect ? 'changed' : 'noted', shown);
}

function orderEntry(book: Book, event: AssistEvent, own: readonly AssistEvent[]): void {
  const before = book.phase;
  reopenIfNews(book, event);
  if (event.kind === 'apply' && book.phase !== 'none') {
    applyCommand(book, event, own);
    return;
  }
  const closed = book.close !== null;
  const doing = {
    phase: book.phase,
    pending: [],
    suspended: book.suspended,
    extensions: [],
    stopped: { r: null, e: null },
  };
  const fits = closed ? fitsClosed(event.kind) : mayDo(doing, 'e', event.kind).ok;
  if (!fits) {
    differ(book, event, 'does-not-fit');
    line(book, event, 'ignored');
    return;
  }
  const done = executeAct(book, event);
  line(book, event, !done ? 'ignored' : book.phase === before ? 'noted' : 'changed');
}

function foldOrder(book: Book, own: Trail, order: readonly AssistEvent[], unread: AssistEvent | undefined): void {
  const closes = closesByHead(own.read);
  for (const event of order) {
    orderEntry(book, event, own.all);
    applyCloses(book, closes.get(event.seq) ?? [], event, own.all);
  }
  // What cannot be read is news all the same: a request does not stay closed over it.
  if (unread) reopenIfNews(book, unread);
}

function finish(book: Book, r: readonly AssistEvent[], e: readonly AssistEvent[]): RequestState {
  const phase = book.close === null ? book.phase : 'closed';
  const last = (events: readonly AssistEvent[]) => events.at(-1);
  const head = (event: AssistEvent | undefined) => (event ? { seq: event.seq, id: event.id } : null);
  const heard = (event: AssistEvent | undefined) => (event ? { on: event.on, at: event.at } : null);
  const { close, applied, originals, ...rest } = book;
  const waiting = r.filter((one) => isCommand(one.kind) && !applied.has(one.id));
  return {
    ...rest,
    phase,
    whoMustAct: whoMustAct(phase),
    originals: [...originals.values()],
    pending: waiting.map(({ id, seq, kind, on }) => ({ id, seq, kind, on })),
    closed: close ? { by: close.by.id, on: close.by.on, head: close.head } : null,
    heads: { r: head(last(r)), e: head(last(e)) },
    last: { r: heard(last(r)), e: heard(last(e)) },
  };
}

/**
 * Folds both chains of a request, each in its own order without gaps, into the one state both offices see. Pure and total:
 * whatever a hostile or newer partner wrote gives a state; entries that do not fit change nothing and are listed, and an
 * entry only a newer version can read stops its chain's fold there without losing anything. A withdrawal the executor has
 * put in order counts even behind such an entry, because the order carries it.
 */
export function foldRequest(r: readonly AssistEvent[], e: readonly AssistEvent[]): RequestState {
  const book = emptyBook();
  const own: Trail = { read: readable(book, r, 'r'), all: r };
  const order = readable(book, e, 'e');
  openBook(book, own.read[0], r[0]);
  foldOrder(book, own, order, e[order.length]);
  trail(book, own, { read: order, all: e });
  return finish(book, r, e);
}
