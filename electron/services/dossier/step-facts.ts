import type { DossierId, EntryId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { StepClocks } from '#shared/domain/dossier/steps/correct-step.ts';
import type { ClockAct, StepSaid } from '#shared/domain/dossier/steps/step.ts';
import type { Fact } from '../journal/fact.ts';
import { clockFacts } from './facts.ts';

type Based = { readonly dossier: DossierId; readonly basedOn: EntryId | undefined };

const basedOn = ({ basedOn: id }: Based): Pick<Fact, 'basedOn'> => (id === undefined ? {} : { basedOn: [id] });

/** A step of a file; who decided it, the number of its paper and a remark lie in the body. */
export function dossierStepped(
  said: Based & { readonly step: StepSaid; readonly note: string; readonly clocks: readonly ClockAct[] },
): Fact {
  const { dossier, note, clocks } = said;
  const { code, on, ground, amount, party, day, decidedBy = '', paper = '' } = said.step;
  return {
    kind: 'dossier.stepped',
    on,
    ...basedOn(said),
    facts: {
      ...{ dossier, step: code },
      ...(ground === undefined ? {} : { ground }),
      ...(amount === undefined ? {} : { amount }),
      ...(party === undefined ? {} : { party }),
      ...(day === undefined ? {} : { day }),
      ...clockFacts(clocks),
    },
    content: { decidedBy, paper, note },
  };
}

/**
 * A wrong step is put right: struck, or moved to another day (`to`). `struck` names every step that no longer counts,
 * `changed` the clock events of those that stand and now write others.
 */
export function stepCorrected(
  said: Based & {
    readonly on: LocalDate;
    readonly step: EntryId;
    readonly code: string;
    readonly to: LocalDate | null;
    readonly struck: readonly string[];
    readonly changed: readonly StepClocks[];
    readonly reason: string;
  },
): Fact {
  const { dossier, step, code, to, struck, changed, reason } = said;
  return {
    kind: 'dossier.step-corrected',
    on: said.on,
    ...basedOn(said),
    facts: {
      ...{ dossier, corrects: step, step: code, struck: [...struck] },
      ...(to === null ? {} : { to }),
      changed: changed.map(({ step: id, clocks }) => ({ step: id, ...clockFacts(clocks) })),
    },
    content: { reason },
  };
}
