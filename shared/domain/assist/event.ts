import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { DeviceId, EntryId, ManifestId, OfficeId, UserId } from '#shared/base/ids.ts';

/** Which chain of a request: 'r' the requester's (委托方) commands, 'e' the executor's (受托方) order. */
export type Side = 'r' | 'e';

/** The last known event of one side. */
export type EventHead = { readonly seq: number; readonly id: EntryId };

/**
 * One verified fact of a request, free of signatures: what the fold works on. Everything that changes a state stands in
 * `facts`; `body` may be missing (erased, withheld, not arrived) without changing the state.
 */
export type AssistEvent = {
  readonly id: EntryId;
  readonly side: Side;
  /** Place in its own chain: 1, 2, 3... */
  readonly seq: number;
  readonly kind: string;
  /** Version of that kind's facts. */
  readonly kv: number;
  /** Oldest reader version that may fold it. */
  readonly minReader: number;
  readonly office: OfficeId;
  readonly device: DeviceId;
  readonly pen: number;
  readonly actor: UserId;
  /** When it happened: 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM' of Asia/Shanghai. */
  readonly on: string;
  /** Hybrid clock stamp of the recording. Shown, never used for order. */
  readonly at: string;
  /** Head of the other side's chain its author knew. */
  readonly seen: EventHead | null;
  readonly facts: JsonObject;
  /** The body's content; undefined when it is erased, withheld or not here. */
  readonly body: unknown;
  readonly files: readonly ManifestId[];
  /** `apply` only: the command it embeds, read from its own signed header. */
  readonly command?: AssistEvent;
};

/** What became of a command: took effect, came too late, or does not fit. */
export type Outcome = 'ok' | 'late' | 'void';
