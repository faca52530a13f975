import { useCallback, useRef, useState } from 'react';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Failure, Reply } from '#shared/contract/failure.ts';
import { client } from './client.ts';

/** Where the bytes of a file come from. `attached` runs once it lies on what it was taken in for; answers what is said of it. */
export type FileSource = {
  readonly name: string;
  readonly size: number;
  readonly read: ReadPart;
  readonly attached?: () => Promise<string | undefined>;
};

/** A file taken in: its manifest id names it from now on; `intake` is the id it was shown under on its way. */
export type TakenFile = CallOutput<'file.finish'> & Pick<FileSource, 'name' | 'attached'> & { readonly intake: string };

/** A file on its way in, as the kit's file drop shows it. */
export type IntakeState = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly taken: number;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  readonly failure?: Failure;
};

/** Bytes a call carries. One part is in memory at a time, so a file of 300 MB costs no more than a small one. */
export const partSize = 1_048_576;

/** Reads `length` bytes of a file from `offset`. */
export type ReadPart = (offset: number, length: number) => Promise<Uint8Array>;

type Watch = { readonly cancelled: () => boolean; readonly taken: (bytes: number) => void };

/** Takes a file in part by part; answers the finished file, a failure, or undefined when it was cancelled. */
export async function takeIn(
  name: string,
  size: number,
  read: ReadPart,
  watch: Watch,
): Promise<Reply<CallOutput<'file.finish'>> | undefined> {
  const begun = await client().call('file.begin', { name, size });
  if (!begun.ok) return begun;
  const { upload } = begun.value;
  for (let offset = 0; offset < size; offset += partSize) {
    if (watch.cancelled()) {
      await client().call('file.cancel', { upload });
      return undefined;
    }
    const bytes = await read(offset, Math.min(partSize, size - offset));
    const appended = await client().call('file.append', { upload, offset, bytes });
    if (!appended.ok) {
      await client().call('file.cancel', { upload });
      return appended;
    }
    watch.taken(appended.value.received);
  }
  return client().call('file.finish', { upload });
}

/** A file somebody chose, dropped or pasted. */
function chosen(file: File): FileSource {
  return {
    ...{ name: file.name, size: file.size },
    read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
  };
}

/** Takes files in one after the other, shows how far each is, and hands every finished one to `onTaken`. */
export function useIntake(onTaken: (file: TakenFile) => void): {
  readonly intakes: readonly IntakeState[];
  readonly take: (files: readonly File[]) => void;
  readonly takeFrom: (sources: readonly FileSource[]) => void;
  readonly cancel: (id: string) => void;
} {
  const [intakes, setIntakes] = useState<readonly IntakeState[]>([]);
  const cancelled = useRef(new Set<string>());
  const queue = useRef<Promise<void>>(Promise.resolve());
  const put = useCallback((id: string, change: Partial<IntakeState>) => {
    setIntakes((before) => before.map((intake) => (intake.id === id ? { ...intake, ...change } : intake)));
  }, []);
  const one = async (id: string, file: FileSource): Promise<void> => {
    const watch = {
      cancelled: () => cancelled.current.has(id),
      taken: (bytes: number) => {
        put(id, { taken: bytes });
      },
    };
    // A file that vanishes while it is read (a stick pulled out) rejects; nothing was kept of it.
    const reply = await takeIn(file.name, file.size, file.read, watch).catch(
      (): Reply<never> => ({ ok: false, failure: { kind: 'storage', code: 'file.unreadable' } }),
    );
    if (reply === undefined) put(id, { state: 'cancelled' });
    else if (!reply.ok) put(id, { state: 'failed', failure: reply.failure });
    else {
      put(id, { state: 'done', taken: reply.value.size });
      const { name, attached } = file;
      onTaken({ ...reply.value, name, intake: id, ...(attached === undefined ? {} : { attached }) });
    }
  };
  const takeFrom = (sources: readonly FileSource[]): void => {
    for (const source of sources) {
      const id = crypto.randomUUID();
      setIntakes((before) => [...before, { id, name: source.name, size: source.size, taken: 0, state: 'running' }]);
      queue.current = queue.current.then(() => one(id, source));
    }
  };
  return {
    intakes,
    takeFrom,
    take: (files) => {
      takeFrom(files.map(chosen));
    },
    cancel: (id) => {
      cancelled.current.add(id);
    },
  };
}
