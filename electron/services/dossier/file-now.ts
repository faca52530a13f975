import type { ReadDb } from '#electron/store/db.ts';
import { limitsBegunByHand } from '#electron/store/tables/clock-events.ts';
import { isCollective } from '#electron/store/tables/dossier-collective.ts';
import { type KeptStep, stepsOf } from '#electron/store/tables/dossier-steps.ts';
import type { DossierRow } from '#electron/store/tables/dossiers.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { partiesOf } from '#electron/store/tables/parties.ts';
import { localDate } from '#shared/base/local-date.ts';
import { limitKeyText } from '#shared/domain/deadline/limit-key.ts';
import type { RecordedFile } from '#shared/domain/dossier/steps/correct-step.ts';
import type { TakenStep } from '#shared/domain/dossier/steps/step.ts';
import { rulesInForce } from '../deadline/rules-in-force.ts';
import { collectiveBefore } from './collective-marks.ts';

/** A stored step as the domain takes it. */
export function takenStep(row: KeptStep): TakenStep {
  const { id, code, type, ground, amount, party, day, decidedBy, paper, alsoLimits, absent } = row;
  return {
    ...{ id, code, on: localDate(row.on), decidedBy, paper, alsoLimits: alsoLimits === 1 },
    ...(type === '' ? {} : { type }),
    ...(ground === '' ? {} : { ground }),
    ...(amount === null ? {} : { amount }),
    ...(party === '' ? {} : { party }),
    ...(day === '' ? {} : { day: localDate(day) }),
    ...(absent === 0 ? {} : { absent: true }),
  };
}

/** What the lifecycle needs to know of a stored file: the steps that stand and what they are judged by. */
export function fileNow(db: ReadDb, row: DossierRow): RecordedFile & { readonly steps: readonly TakenStep[] } {
  const byHand = limitsBegunByHand(db, row.id);
  const kept = stepsOf(db, row.id);
  const places = new Map<string, number>(kept.map(({ id, n }) => [id, n]));
  const collective = collectiveBefore(db, row.id);
  const known = new Set(rulesInForce(db).rows.map(({ id }) => id));
  return {
    ...{ side: row.side, channel: row.channel, region: findOffice(db)?.region ?? '' },
    parties: partiesOf(db, row.id).map(({ id, role, type }) => ({ id, role, type })),
    hasRule: (rule) => known.has(rule),
    collective: isCollective(db, row.id),
    limits: byHand.map(limitKeyText),
    limitsBefore: (step) => byHand.filter(({ position }) => position < (places.get(step) ?? 0)).map(limitKeyText),
    steps: kept
      .filter(({ struckBy }) => struckBy === '')
      .map((step) => ({ ...takenStep(step), collective: collective(step.n) })),
  };
}
