import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { DossierSide } from './dossier.ts';
import { arbOpen } from './steps/arb-begin.ts';
import type { Stage } from './steps/stages.ts';

/**
 * Files heard together (合并审理): `other` is joined to `lead`. No article of the rules says what that does to limits, so
 * each file keeps its own, is decided and closed by itself, and its number stays. `partedOn`: heard apart again (分案).
 */
export type Joining = {
  readonly id: string;
  readonly lead: string;
  readonly other: string;
  readonly on: LocalDate;
  readonly partedOn: LocalDate | null;
  /** It was recorded wrongly and never counted. */
  readonly struck: boolean;
};

/** What is looked at of a file that is to be joined or parted. */
export type JoinedFile = {
  readonly id: string;
  readonly side: DossierSide;
  readonly stage: Stage;
  readonly acceptedOn: LocalDate | null;
  /** Every joining it was ever part of. */
  readonly joinings: readonly Joining[];
};

/** Why files cannot be joined or parted; `field` names the input that would have to change. */
export type JoiningRefusal = {
  readonly code:
    | 'joining.itself'
    | 'joining.no-arbitration'
    | 'joining.not-heard'
    | 'joining.other-not-heard'
    | 'joining.already'
    | 'joining.leads-others'
    | 'joining.lead-is-joined'
    | 'joining.none'
    | 'joining.parted'
    | 'joining.not-parted'
    | 'joining.not-struck'
    | 'joining.in-future'
    | 'joining.before-acceptance'
    | 'joining.before-earlier';
  readonly field?: 'on' | 'other';
};

type Checked = Result<undefined, JoiningRefusal>;
const fine: Checked = ok(undefined);
const refuse = (code: JoiningRefusal['code'], field?: 'on' | 'other'): Checked =>
  err(field === undefined ? { code } : { code, field });

const stands = ({ struck, partedOn }: Joining): boolean => !struck && partedOn === null;
const leads = ({ id, joinings }: JoinedFile): boolean => joinings.some((one) => stands(one) && one.lead === id);
const isJoined = ({ id, joinings }: JoinedFile): boolean => joinings.some((one) => stands(one) && one.other === id);

/** The last day a joining of the file reaches into; null when there was none. */
function lastDay({ joinings }: JoinedFile): LocalDate | null {
  const days = joinings.filter(({ struck }) => !struck).map(({ on, partedOn }) => partedOn ?? on);
  return days.toSorted().at(-1) ?? null;
}

function checkRoles(lead: JoinedFile, other: JoinedFile): Checked {
  if (lead.id === other.id) return refuse('joining.itself', 'other');
  if (lead.side !== 'arb' || other.side !== 'arb') return refuse('joining.no-arbitration', 'other');
  if (isJoined(other)) return refuse('joining.already', 'other');
  if (leads(other)) return refuse('joining.leads-others', 'other');
  return isJoined(lead) ? refuse('joining.lead-is-joined', 'other') : fine;
}

/**
 * Whether `other` may be joined to `lead` on a day: both are arbitration files accepted and without a result, neither is
 * joined elsewhere, and none leads others but the lead.
 */
export function checkJoin(lead: JoinedFile, other: JoinedFile, on: LocalDate, today: LocalDate): Checked {
  const roles = checkRoles(lead, other);
  if (!roles.ok) return roles;
  if (!arbOpen.includes(lead.stage)) return refuse('joining.not-heard');
  if (!arbOpen.includes(other.stage)) return refuse('joining.other-not-heard', 'other');
  if (on > today) return refuse('joining.in-future', 'on');
  for (const { acceptedOn } of [lead, other]) {
    if (acceptedOn === null || on < acceptedOn) return refuse('joining.before-acceptance', 'on');
  }
  // A lead may take one more in on an earlier day than the last; the joined file must have been free.
  const last = lastDay(other);
  return last !== null && on < last ? refuse('joining.before-earlier', 'on') : fine;
}

/** Whether files heard together may be heard apart from a day on. Closed ones too: the decision may be recorded late. */
export function checkPart(joining: Joining | undefined, on: LocalDate, today: LocalDate): Checked {
  if (joining === undefined || joining.struck) return refuse('joining.none');
  if (joining.partedOn !== null) return refuse('joining.parted');
  if (on > today) return refuse('joining.in-future', 'on');
  return on < joining.on ? refuse('joining.before-earlier', 'on') : fine;
}

/**
 * Whether a joining recorded wrongly may be struck, or its parting taken back so that it stands again: then neither file
 * may have been joined elsewhere since.
 */
export function checkStrike(
  joining: Joining | undefined,
  what: 'joining' | 'parting',
  files: { readonly lead: JoinedFile; readonly other: JoinedFile },
): Checked {
  if (joining === undefined || joining.struck) return refuse('joining.none');
  if (what === 'joining') return fine;
  if (joining.partedOn === null) return refuse('joining.not-parted');
  const roles = checkRoles(files.lead, files.other);
  if (!roles.ok) return refuse(roles.error.code);
  const { id, partedOn } = joining;
  const later = files.other.joinings.some((one) => one.id !== id && !one.struck && one.on >= partedOn);
  return later ? refuse('joining.before-earlier') : fine;
}

/** Whether two joinings share a day and a file in parts that cannot be had together: a lead may take in several. */
function collides(one: Joining, said: Joining): boolean {
  const shared = one.other === said.other || one.other === said.lead || one.lead === said.other;
  const apart = (a: Joining, b: Joining): boolean => a.partedOn !== null && a.partedOn <= b.on;
  return shared && !apart(one, said) && !apart(said, one);
}

/**
 * Whether a joining that was struck may count again, parted as it was or not: neither file was joined elsewhere in its
 * days, and both were accepted by then. Closed files too.
 */
export function checkRestore(
  joining: Joining | undefined,
  files: { readonly lead: JoinedFile; readonly other: JoinedFile },
): Checked {
  if (joining === undefined) return refuse('joining.none');
  if (!joining.struck) return refuse('joining.not-struck');
  const { lead, other } = files;
  if ([lead, other].some(({ acceptedOn }) => acceptedOn === null || joining.on < acceptedOn)) {
    return refuse('joining.before-acceptance');
  }
  const elsewhere = [...lead.joinings, ...other.joinings].filter(({ id, struck }) => !struck && id !== joining.id);
  return elsewhere.some((one) => collides(one, joining)) ? refuse('joining.already') : fine;
}

/** Whether a file's steps, put right, still carry its joinings: it is accepted, on their first day at the latest. */
export function keepsJoinings(file: Pick<JoinedFile, 'acceptedOn' | 'joinings'>): boolean {
  const { acceptedOn } = file;
  return file.joinings.every(({ struck, on }) => struck || (acceptedOn !== null && acceptedOn <= on));
}
