import { useAsk } from '#renderer/app/api/use-ask.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { CallInput } from '#shared/contract/contract.ts';

/** Files offered for what was typed. */
const offered = 8;

/** The files found by number or name for what was typed, as choices; `id` itself is none. */
export function useFoundFiles(
  id: DossierId,
  typed: string,
  among: CallInput<'dossier.list'>['filter'] = { status: 'all' },
): readonly { readonly value: string; readonly label: string }[] {
  const text = typed.trim();
  const filter = { ...among, text, sort: 'number' } as const;
  const found = useAsk('dossier.list', text === '' ? undefined : { filter, limit: offered }).last?.rows ?? [];
  return found
    .filter((row) => row.id !== id)
    .map((row) => ({ value: row.id, label: `${row.caseNo ?? row.windowNo} ${row.title}` }));
}
