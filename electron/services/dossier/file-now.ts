import type { ReadDb } from '#electron/store/db.ts';
import { clockEventsOf } from '#electron/store/tables/clock-events.ts';
import { type KeptStep, stepsOf } from '#electron/store/tables/dossier-steps.ts';
import type { DossierRow } from '#electron/store/tables/dossiers.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { partiesOf } from '#electron/store/tables/parties.ts';
import { localDate } from '#shared/base/local-date.ts';
import type { FileFacts } from '#shared/domain/dossier/steps/file-state.ts';
import type { TakenStep } from '#shared/domain/dossier/steps/step.ts';
import { rulesInForce } from '../deadline/rules-in-force.ts';

/** A stored step as the domain takes it. */
export function takenStep(row: KeptStep): TakenStep {
  const { id, code, type, ground, amount, party, day, decidedBy, paper, alsoLimits } = row;
  return {
    ...{ id, code, on: localDate(row.on), decidedBy, paper, alsoLimits: alsoLimits === 1 },
    ...(type === '' ? {} : { type }),
    ...(ground === '' ? {} : { ground }),
    ...(amount === null ? {} : { amount }),
    ...(party === '' ? {} : { party }),
    ...(day === '' ? {} : { day: localDate(day) }),
  };
}

/** Limits a person started by an act that is no step; a step's events bear the id of an entry and a '#'. */
function otherLimits(db: ReadDb, row: DossierRow): readonly string[] {
  const started = [...clockEventsOf(db, row.id)].filter(([, events]) =>
    events.some(({ id, type }) => type === 'START' && !id.includes('#')),
  );
  return started.map(([key]) => key);
}

/** What the lifecycle needs to know of a stored file: the steps that stand and what they are judged by. */
export function fileNow(db: ReadDb, row: DossierRow): FileFacts & { readonly steps: readonly TakenStep[] } {
  const known = new Set(rulesInForce(db).rows.map(({ id }) => id));
  return {
    ...{ side: row.side, channel: row.channel, region: findOffice(db)?.region ?? '' },
    parties: partiesOf(db, row.id).map(({ id, role, type }) => ({ id, role, type })),
    hasRule: (rule) => known.has(rule),
    limits: otherLimits(db, row),
    steps: stepsOf(db, row.id)
      .filter(({ struckBy }) => struckBy === '')
      .map(takenStep),
  };
}
