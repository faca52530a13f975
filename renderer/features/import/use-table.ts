import { useRef, useState } from 'react';
import { client } from '#renderer/app/api/client.ts';
import type { CallInput, CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';

/** A table that was taken in, by the file it lies in. */
export type TakenTable = { readonly manifest: CallInput<'import.read'>['manifest']; readonly name: string };

/** What a person chose where a file leaves it open; null is told by the program. */
export type TableChoice = Required<Pick<CallInput<'import.read'>, 'charset' | 'sheet' | 'head'>>;

/** What a table holds. */
export type TableRead = CallOutput<'import.read'>;

/** A table on the page: the file, what was chosen of it, and what it holds once it was read. */
export type TableState = {
  readonly file: TakenTable | undefined;
  /** What the table was read with, and what is being tried. */
  readonly choice: TableChoice;
  readonly wanted: TableChoice;
  readonly table: TableRead | undefined;
  readonly columns: readonly string[];
  readonly side: 'arb' | 'lsi';
  readonly reading: boolean;
  readonly failure: Failure | undefined;
};

const unchosen: TableChoice = { charset: null, sheet: null, head: null };
const nothing: TableState = {
  ...{
    file: undefined,
    choice: unchosen,
    wanted: unchosen,
    table: undefined,
    columns: [],
    side: 'arb',
    reading: false,
    failure: undefined,
  },
};

/**
 * The table being worked on. A later question makes the answer to an earlier one worthless. A choice that cannot be read
 * leaves the table, its columns and what was chosen before as they are, beside the reason.
 */
export function useTable(side: 'arb' | 'lsi') {
  const [state, setState] = useState<TableState>(nothing);
  const asked = useRef(0);
  const read = async (file: TakenTable, choice: TableChoice): Promise<void> => {
    asked.current += 1;
    const own = asked.current;
    setState((before) => ({ ...before, file, wanted: choice, reading: true, failure: undefined }));
    const reply = await client().call('import.read', { manifest: file.manifest, ...choice });
    if (own !== asked.current) return;
    setState((before) => {
      if (!reply.ok) {
        const wanted = before.table === undefined ? choice : before.choice;
        return { ...before, reading: false, wanted, failure: reply.failure };
      }
      const columns = reply.value.columns.map(({ field }) => field);
      return { ...before, reading: false, choice, table: reply.value, columns };
    });
  };
  return {
    state: { ...state, side: state.file === undefined ? side : state.side },
    take: (file: TakenTable) => {
      setState({ ...nothing, side });
      void read(file, unchosen);
    },
    choose: (change: Partial<TableChoice>) => {
      if (state.file !== undefined) void read(state.file, { ...state.wanted, ...change });
    },
    setColumn: (at: number, field: string) => {
      // No two columns hold the same: the one chosen last has it.
      setState((before) => ({
        ...before,
        columns: before.columns.map((code, place) => (place === at ? field : code === field ? '' : code)),
      }));
    },
    setSide: (next: 'arb' | 'lsi') => setState((before) => ({ ...before, side: next })),
  };
}
