import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { rememberedColumns } from './remembered-columns.ts';
import { openTable } from './table-desk.ts';

/** What a table holds, with the columns this office chose for such a table last. */
export const readImport: Handler<'import.read'> = async (context, input) => {
  const opened = await openTable(context, input);
  if (!opened.ok) return opened;
  const { columns, sheets, ...view } = opened.value.view;
  const titles = columns.map(({ title }) => title);
  const remembered = rememberedColumns(context.open.store.db, titles);
  return ok({
    ...{ ...view, sheets: [...sheets], remembered: remembered !== undefined },
    columns: columns.map(({ title, samples, proposed }, at) => ({
      ...{ title, samples: [...samples], field: remembered?.[at] ?? proposed },
    })),
  });
};
