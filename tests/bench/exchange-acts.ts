import type { Profiled } from './cpu-profile.ts';

/** What a measured office costs for one piece of work: CPU of its whole process and wall clock, in milliseconds. */
export type Cost = { readonly cpu: number; readonly wall: number };

/** Where an office stands in its exchange with its partner. */
export type Standing = {
  /** Entries in our stream, and how many of them the partner signed for. */
  readonly written: number;
  readonly receipted: number;
  /** Entries of the partner's stream that are stored here, and requests known here. */
  readonly taken: number;
  readonly requests: number;
};

/** How an office lies on disk and is called. */
export type Place = {
  readonly folder: string;
  readonly office: string;
  readonly region: string;
  /** Milliseconds between rounds; 0 for rounds on demand only. */
  readonly every: number;
};

/** What the measuring process asks of an office that runs in a process of its own. */
export type OfficeActs = {
  /** Opens an office, and makes it when there is none. */
  readonly open: (place: Place) => Promise<void>;
  /** Its partner card, base64. */
  readonly card: () => Promise<string>;
  /** Adds a partner with the folder between them; '' for none. */
  readonly know: (partner: {
    readonly card: string;
    readonly folder: string;
    readonly office: string;
  }) => Promise<void>;
  /** Changes the folder between the two. */
  readonly moveTo: (folder: string) => Promise<void>;
  /** Makes the office's key for servers and answers the public one. */
  readonly serverKey: () => Promise<string>;
  readonly useServer: (url: string) => Promise<void>;
  /** Writes requests with the texts from `from` on. */
  readonly write: (what: { readonly from: number; readonly count: number }) => Promise<Cost>;
  /** Lets the clock of this office go on, in milliseconds. */
  readonly pass: (ms: number) => Promise<void>;
  /** One round with the partner. */
  readonly round: () => Promise<Cost>;
  readonly standing: () => Promise<Standing>;
  /** Takes letters through submission, examination and signature; answers what `send` needs. */
  readonly signLetters: (count: number) => Promise<readonly SignedLetter[]>;
  /** The clerk's act; answers when it was begun and when it was answered, as `now`. */
  readonly send: (letter: SignedLetter) => Promise<{ readonly begun: number; readonly answered: number }>;
  /** Answers when this office could show a request, as `now`: asked for again whenever the office says that something changed. */
  readonly shows: (request: string) => Promise<number>;
  /** Records where the CPU goes from now on, and what it came to. */
  readonly profile: (on: boolean) => Promise<Profiled>;
  /** Most memory the process ever had, in bytes. */
  readonly peak: () => Promise<number>;
  readonly close: () => Promise<void>;
};

/** A letter that waits for the clerk to send it. */
export type SignedLetter = { readonly request: string; readonly hash: string };

/** Milliseconds of a clock all processes of the machine share. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;
