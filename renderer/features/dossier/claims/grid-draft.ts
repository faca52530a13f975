import { createContext, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { makeUnread } from '#renderer/ui/form/unread.ts';
import { useDraft } from '#renderer/ui/form/use-draft.ts';
import type { Shown } from '../page/dossier-page.tsx';
import { draftKey } from '../page/use-act-address.ts';

/** What was typed into a cell and is not stored yet, and the revision of the file it was typed over. */
export type TypedCell = { readonly text: string; readonly base: number };

type Cells = Readonly<Record<string, TypedCell>>;

/** What the cells of a grid hold that is not stored; a cell is named by its claim and its column. */
export type GridDraft = {
  readonly cells: Cells;
  /** What a cell holds now, also before the next drawing. */
  readonly held: (cell: string) => TypedCell | undefined;
  /** Keeps what a cell holds; undefined once it is stored or taken back. */
  readonly keep: (cell: string, typed: TypedCell | undefined) => void;
};

/** The cells of the grid around a cell. */
export const GridDraftContext = createContext<GridDraft>({ cells: {}, held: () => undefined, keep: () => undefined });

/** Keeps what the cells of a file's claims hold beyond the page and the program; forgotten when every cell is stored. */
export function useGridDraft({ id, view }: Shown) {
  const { t } = useTranslation('dossier');
  const { caseNo, windowNo, side } = view.row;
  const store = useDraftStore(draftKey('claim.grid', id), `${t(`claim.title.${side}`)} ${caseNo ?? windowNo}`);
  const [unread] = useState(makeUnread);
  const [cells, setCells] = useState<Cells>({});
  const latest = useRef<Cells>(cells);
  const put = (next: Cells): void => {
    latest.current = next;
    setCells(next);
  };
  const there = (cell: string): boolean => view.claims.some((claim) => cell.startsWith(`${claim.id}:`));
  const draft = useDraft<{ readonly cells: Cells }>({
    ...{ store, unread, initial: { cells: {} } },
    // A claim may have been taken off the file since.
    restore: (kept) => put(Object.fromEntries(Object.entries(kept.cells).filter(([cell]) => there(cell)))),
  });
  const keep = (cell: string, typed: TypedCell | undefined): void => {
    const { [cell]: _before, ...others } = latest.current;
    const next = typed === undefined ? others : { ...others, [cell]: typed };
    put(next);
    if (Object.keys(next).length === 0) draft.startOver();
    else draft.typed({ cells: next });
  };
  const grid: GridDraft = { cells, held: (cell) => latest.current[cell], keep };
  return { draft, grid };
}
