import type { LocalDate } from './local-date.ts';

/** Source of the present moment. Pure code receives what it read, never the port itself. */
export type Clock = {
  /** Milliseconds since 1970-01-01T00:00Z; may jump when somebody sets the machine's clock. */
  readonly now: () => number;
};

/** Source of unpredictable bytes (cryptographic in the product, seeded in the simulator). */
export type Random = { readonly bytes: (count: number) => Uint8Array };

/** Where diagnostics go. `facts` must never hold names, identity numbers, addresses or free text a person typed. */
export type Log = {
  readonly info: (event: string, facts?: LogFacts) => void;
  readonly warn: (event: string, facts?: LogFacts) => void;
};

/** Codes, counts, ids and durations only. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;

/** What a decision needs to know of the present: the instant and the date it is in Asia/Shanghai. */
export type Moment = { readonly at: number; readonly today: LocalDate };
