import type { EntryId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** Which change is in force in a slot. */
export type LawSlotRow = { readonly slot: string; readonly change: EntryId };

/** The changes in force in slots that begin with `slots`, in the order of their slots. */
export function lawSlots(db: ReadDb, slots: string): readonly LawSlotRow[] {
  return db.all<LawSlotRow>(
    'SELECT slot, change FROM law_slot WHERE substr(slot, 1, ?) = ? ORDER BY slot',
    slots.length,
    slots,
  );
}

/** The change in force in a slot; '' while what ships is. */
export function changeInForce(db: ReadDb, slot: string): EntryId | '' {
  return db.get<LawSlotRow>('SELECT slot, change FROM law_slot WHERE slot = ?', slot)?.change ?? '';
}

/** Puts a change into force. */
export function putLawSlot(tx: WriteDb, row: LawSlotRow): void {
  tx.run(
    'INSERT INTO law_slot (slot, change) VALUES (?, ?) ON CONFLICT (slot) DO UPDATE SET change = excluded.change',
    row.slot,
    row.change,
  );
}
