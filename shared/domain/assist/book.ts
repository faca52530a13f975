import type { UserId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { AssistEvent, EventHead, Side } from './event.ts';
import type { Phase } from './phase.ts';
import type {
  Difference,
  Extension,
  LimitEvent,
  Opening,
  OrderLine,
  Original,
  Pen,
  RequestItem,
  RequestState,
  ResultLine,
  ReviewItem,
  Stop,
} from './state.ts';

/** A close of the requester that was valid when the executor's head was the one it names. */
export type ActiveClose = { readonly by: AssistEvent; readonly head: EventHead };

/** The working copy of one fold; it never leaves `foldRequest`. */
export type Book = {
  /** The executor's order alone; a close lies over it. */
  phase: Phase;
  opening: Opening | null;
  items: RequestItem[];
  papers: readonly string[];
  storedOn: LocalDate | null;
  registeredOn: LocalDate | null;
  registerNo: string | null;
  handlers: readonly UserId[];
  handlersBy: RequestState['handlersBy'];
  agreed: LocalDate | null;
  promised: LocalDate | null;
  returned: RequestState['returned'];
  refused: RequestState['refused'];
  extensions: Extension[];
  results: ResultLine[];
  final: RequestState['final'];
  suspended: boolean;
  readonly limit: LimitEvent[];
  readonly order: OrderLine[];
  readonly originals: Map<string, Original>;
  close: ActiveClose | null;
  readonly review: ReviewItem[];
  readonly differences: Difference[];
  readonly stopped: { r: Stop | null; e: Stop | null };
  /** Ids of the commands the executor has put in order. */
  readonly applied: Set<string>;
  readonly covered: { r: number; e: number };
  readonly opened: { r: RequestState['opened']['r']; e: RequestState['opened']['e'] };
  readonly pens: { r: Pen | null; e: Pen | null };
};

/** An empty book. */
export function emptyBook(): Book {
  return {
    phase: 'none',
    opening: null,
    items: [],
    papers: [],
    storedOn: null,
    registeredOn: null,
    registerNo: null,
    handlers: [],
    handlersBy: null,
    agreed: null,
    promised: null,
    returned: null,
    refused: null,
    extensions: [],
    results: [],
    final: null,
    suspended: false,
    limit: [],
    order: [],
    originals: new Map(),
    close: null,
    review: [],
    differences: [],
    stopped: { r: null, e: null },
    applied: new Set(),
    covered: { r: 0, e: 0 },
    opened: { r: null, e: null },
    pens: { r: null, e: null },
  };
}

/** Notes an entry that should not have been written. */
export function differ(book: Book, event: AssistEvent, code: Difference['code']): void {
  book.differences.push({ code, by: event.id, side: event.side, kind: event.kind });
}

/** The date part of when an event happened. */
export function dateOf(event: Pick<AssistEvent, 'on'>): LocalDate {
  // Headers are read strictly: `on` begins with a date that exists.
  return event.on.slice(0, 10) as LocalDate;
}

/** Adds an input of the executor's limit. */
export function clock(book: Book, event: AssistEvent, type: LimitEvent['type']): void {
  const first = !book.limit.some((one) => one.type === 'START');
  book.limit.push({ type: type === 'RESTART' && first ? 'START' : type, on: dateOf(event), by: event.id });
}

/** Ends whatever runs when a request leaves the executor's hands. */
export function endWork(book: Book, event: AssistEvent): void {
  if (book.limit.length > 0) clock(book, event, 'STOP');
  book.suspended = false;
  book.extensions = book.extensions.map((one) => (one.answer === 'open' ? { ...one, answer: 'ended' } : one));
}

/** The other side. */
export function opposite(side: Side): Side {
  return side === 'r' ? 'e' : 'r';
}
