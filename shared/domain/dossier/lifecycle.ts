import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { DossierSide, DossierStatus } from './dossier.ts';
import { ownStep } from './steps/all-steps.ts';
import { type FileFacts, type FileState, foldSteps } from './steps/file-state.ts';
import { statusOf } from './steps/stages.ts';
import type { ClockAct, StepSaid } from './steps/step.ts';
import { offeredSteps, type StepRefusal, stepFrom } from './steps/take-step.ts';

export type { ClockAct } from './steps/step.ts';

/** What the lifecycle needs to know of a file: its steps in the order they were recorded, and what they are judged by. */
export type DossierNow = FileFacts & { readonly steps: readonly StepSaid[] };

/** What an act leads to. */
export type DossierNext = { readonly state: FileState; readonly clocks: readonly ClockAct[] };

/** Why an act is not possible; `field` names the input that would have to change. */
export type DossierRefusal = StepRefusal | { readonly code: 'dossier.already-accepted'; readonly field?: undefined };

/** Receipt at the window (收件): starts the limit for the decision where somebody waits for one. */
export function receive(
  said: { readonly side: DossierSide; readonly channel: string; readonly on: LocalDate },
  today: LocalDate,
): Result<DossierNext, DossierRefusal> {
  const { side, channel, on } = said;
  const file: FileFacts = { side, channel, region: '', parties: [], hasRule: () => true, limits: [] };
  return stepFrom(file, foldSteps(file, []), { code: ownStep(side, 'receive'), on }, today);
}

/**
 * Acceptance (受理) or filing (立案): ends the limit for the decision and starts that of the case; with
 * `alsoLimits` those for serving copies and forming the panel too (调解仲裁法30、32).
 */
export function accept(
  now: DossierNow,
  on: LocalDate,
  today: LocalDate,
  alsoLimits = false,
): Result<DossierNext, DossierRefusal> {
  const state = foldSteps(now, now.steps);
  if (statusOf(state.stage) === 'accepted') return err({ code: 'dossier.already-accepted' });
  return stepFrom(now, state, { code: ownStep(now.side, 'accept'), on, alsoLimits }, today);
}

/** Closing (结案), or the end of a dossier that was never accepted (不予受理, 告知, 撤回). */
export function close(
  now: DossierNow,
  said: { readonly on: LocalDate; readonly type: string; readonly absent?: boolean },
  today: LocalDate,
): Result<DossierNext, DossierRefusal> {
  const { on, type, absent = false } = said;
  return stepFrom(now, foldSteps(now, now.steps), { code: ownStep(now.side, 'close'), on, type, absent }, today);
}

/** A step without a form of its own. */
export function step(now: DossierNow, said: StepSaid, today: LocalDate): Result<DossierNext, DossierRefusal> {
  const own = (['receive', 'accept', 'close'] as const).some((act) => said.code === ownStep(now.side, act));
  if (own) return err({ code: 'step.unknown' });
  const next = stepFrom(now, foldSteps(now, now.steps), said, today);
  return next.ok ? ok(next.value) : next;
}

/** An act a screen may offer. */
export type DossierButton = 'accept' | 'reject' | 'close' | 'amend' | 'request';

/** The acts the lifecycle allows as the dossier stands; a closed one keeps what it says. */
export function mayDo(
  file: Pick<FileFacts, 'side' | 'region' | 'collective'>,
  state: FileState,
): readonly DossierButton[] {
  const status: DossierStatus = statusOf(state.stage);
  if (status === 'closed') return [];
  if (status === 'accepted') return ['close', 'amend', 'request'];
  const accepted = ownStep(file.side, 'accept');
  const may = offeredSteps(file, state).some(({ code }) => code === accepted);
  return [...(may ? (['accept'] as const) : []), 'reject', 'amend', 'request'];
}
