import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { ChainId, EntryId, ManifestId } from '#shared/base/ids.ts';
import type { Head, SuiteId } from '#shared/protocol/entry.ts';

/**
 * Something to be recorded, before it becomes a signed entry. `facts` (codes, dates, ids) outlives `content` (names,
 * texts), which lies in a body of its own and can be erased.
 */
export type Fact = {
  readonly kind: string;
  /** Version of the kind's facts and content; 1 when left out. */
  readonly kv?: number;
  /** When it happened: 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM'. */
  readonly on: string;
  readonly facts: JsonObject;
  readonly content?: JsonObject;
  readonly files?: readonly ManifestId[];
  /** Device chain: the facts this one replaces. */
  readonly basedOn?: readonly EntryId[];
  /** More facts about the same file are written with it: what follows from all of them waits for the last. */
  readonly midway?: true;
  /** Left out: this device's own chain. */
  readonly chain?: ChainId;
  /** Request chains only: the pen and the head of the other side's chain. */
  readonly pen?: number;
  readonly seen?: Head | null;
  /** Opening entries only: the suite both chains of the request are written in. */
  readonly suite?: SuiteId;
};
