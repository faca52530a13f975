import { addLawChange, decideLawChange, findLawChange } from '#electron/store/tables/law-changes.ts';
import { putLawSlot } from '#electron/store/tables/law-slots.ts';
import type { EntryId } from '#shared/base/ids.ts';
import type { Projector } from '../journal/projector.ts';
import { readText } from '../read-fields.ts';

const proposed: Projector = (tx, { entry, content, n }) => {
  const { facts, actor, at } = entry.parsed;
  addLawChange(tx, {
    ...{ id: entry.id, n, slot: readText(facts, 'slot'), base: readText(facts, 'base') as EntryId | '' },
    ...{ content: readText(content, 'content'), reason: readText(content, 'reason'), state: 'open' },
    ...{ proposedBy: actor, proposedAt: at, decidedBy: '', decidedAt: '', decidedWhy: '' },
  });
};

const confirmed: Projector = (tx, { entry }) => {
  const { facts, actor, at } = entry.parsed;
  const change = findLawChange(tx, readText(facts, 'change'));
  if (change?.state !== 'open') return;
  decideLawChange(tx, change.id, { state: 'confirmed', decidedBy: actor, decidedAt: at, decidedWhy: '' });
  putLawSlot(tx, { slot: change.slot, change: change.id });
};

const dropped: Projector = (tx, { entry, content }) => {
  const { facts, actor, at } = entry.parsed;
  const decidedWhy = readText(content, 'reason');
  decideLawChange(tx, readText(facts, 'change'), { state: 'dropped', decidedBy: actor, decidedAt: at, decidedWhy });
};

/** Projectors of what people change of the calendar and the rules. Limits follow in an act of their own. */
export const lawProjectors = {
  'law.proposed': proposed,
  'law.confirmed': confirmed,
  'law.dropped': dropped,
} satisfies Readonly<Record<string, Projector>>;
