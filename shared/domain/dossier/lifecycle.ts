import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { ClockEventType } from '../deadline/clock-event.ts';
import { awaitsDecision } from './channels.ts';
import { closeTypeOf, closeTypesFor } from './close-type.ts';
import type { DossierNow, DossierSide, DossierStatus } from './dossier.ts';

/** A clock event an act writes by itself. */
export type ClockAct = {
  readonly rule: string;
  /** What within the file the limit is about, such as the id of a party; absent or '' for the file as a whole. */
  readonly of?: string;
  readonly type: Extract<ClockEventType, 'START' | 'STOP'>;
  readonly on: LocalDate;
};

/** What an act leads to. */
export type DossierNext = { readonly status: DossierStatus; readonly clocks: readonly ClockAct[] };

/** Why an act is not possible; `field` names the input that would have to change. */
export type DossierRefusal = { readonly code: DossierRefusalCode; readonly field?: 'on' | 'type' };

/** Every reason for which the lifecycle refuses an act. */
export type DossierRefusalCode =
  | 'dossier.in-future'
  | 'dossier.accept-before-receipt'
  | 'dossier.already-accepted'
  | 'dossier.already-closed'
  | 'dossier.close-before-receipt'
  | 'dossier.close-before-acceptance'
  | 'dossier.close-type-unknown'
  | 'dossier.close-needs-acceptance'
  | 'dossier.close-only-before-acceptance';

/** The limit for the decision on acceptance and the limit of the case itself, by side. */
export const caseRules: Readonly<Record<DossierSide, { readonly accept: string; readonly limit: string }>> = {
  arb: { accept: 'ARB.ACCEPT', limit: 'ARB.LIMIT' },
  lsi: { accept: 'LSI.ACCEPT', limit: 'LSI.INVESTIGATE' },
};

const refuse = (code: DossierRefusalCode, field?: 'on' | 'type') =>
  err<DossierRefusal>(field === undefined ? { code } : { code, field });

/** The event of the limit for the decision on acceptance, where one runs. */
function decisionClock(
  { side, channel }: Pick<DossierNow, 'side' | 'channel'>,
  type: ClockAct['type'],
  on: LocalDate,
): readonly ClockAct[] {
  return awaitsDecision(channel) ? [{ rule: caseRules[side].accept, type, on }] : [];
}

/** Receipt at the window (收件): starts the limit for the decision where somebody waits for one. */
export function receive(
  said: { readonly side: DossierSide; readonly channel: string; readonly on: LocalDate },
  today: LocalDate,
): Result<DossierNext, DossierRefusal> {
  if (said.on > today) return refuse('dossier.in-future', 'on');
  return ok({ status: 'received', clocks: decisionClock(said, 'START', said.on) });
}

/** Acceptance (受理) or filing (立案): ends the limit for the decision and starts that of the case. */
export function accept(now: DossierNow, on: LocalDate, today: LocalDate): Result<DossierNext, DossierRefusal> {
  if (now.status === 'closed') return refuse('dossier.already-closed');
  if (now.status === 'accepted') return refuse('dossier.already-accepted');
  if (on > today) return refuse('dossier.in-future', 'on');
  if (on < now.receivedOn) return refuse('dossier.accept-before-receipt', 'on');
  const { limit } = caseRules[now.side];
  return ok({ status: 'accepted', clocks: [...decisionClock(now, 'STOP', on), { rule: limit, type: 'START', on }] });
}

/** Closing (结案), or the end of a dossier that was never accepted (不予受理, 告知, 撤回). */
export function close(
  now: DossierNow,
  said: { readonly on: LocalDate; readonly type: string },
  today: LocalDate,
): Result<DossierNext, DossierRefusal> {
  const { on } = said;
  if (now.status === 'closed') return refuse('dossier.already-closed');
  const type = closeTypeOf(said.type);
  if (type === undefined || type.side !== now.side) return refuse('dossier.close-type-unknown', 'type');
  if (!closeTypesFor(now).includes(type)) {
    const code = now.status === 'received' ? 'dossier.close-needs-acceptance' : 'dossier.close-only-before-acceptance';
    return refuse(code, 'type');
  }
  if (on > today) return refuse('dossier.in-future', 'on');
  if (on < now.receivedOn) return refuse('dossier.close-before-receipt', 'on');
  if (now.acceptedOn !== null && on < now.acceptedOn) return refuse('dossier.close-before-acceptance', 'on');
  const stopped: readonly ClockAct[] =
    now.status === 'accepted'
      ? [{ rule: caseRules[now.side].limit, type: 'STOP', on }]
      : decisionClock(now, 'STOP', on);
  return ok({ status: 'closed', clocks: stopped });
}

/** An act a screen may offer. */
export type DossierButton = 'accept' | 'reject' | 'close' | 'amend' | 'request';

/** The acts the lifecycle allows as the dossier stands; a closed one keeps what it says. */
export function mayDo(now: Pick<DossierNow, 'status'>): readonly DossierButton[] {
  switch (now.status) {
    case 'received':
      return ['accept', 'reject', 'amend', 'request'];
    case 'accepted':
      return ['close', 'amend', 'request'];
    case 'closed':
      return [];
  }
}
