import type { Backend } from '#electron/services/backend.ts';
import type { Desk } from '#shared/contract/desk.ts';
import type { Change } from '#shared/contract/topics.ts';

/** One office's whole product without a window. `invoke` checks everything it is handed and never throws. */
export type DeskBackend = Backend;

/** What opening came to; the error is a failure code such as 'in-use'. */
export type Opened<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

/** The offices behind one process. Only the sample has more than the own one. */
export type Desks = {
  /** The backend of a desk; undefined when there is none now. */
  readonly find: (desk: Desk) => DeskBackend | undefined;
  /** Hears the changes of every desk, also of one that appears later; the answer stops it. */
  readonly onChanged: (listener: (desk: Desk, change: Change) => void) => () => void;
  /** Finishes what is running and closes the databases. */
  readonly close: () => Promise<void>;
};
