import type { UserId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';

/** Which letter it is: the commission (委托函, 协查函) or the reply (回函). */
export type PaperType = 'commission' | 'reply';

/** 拟稿, 审核, 签发, 用印, 发出, in this order. */
export type PaperAct = 'draft' | 'review' | 'sign' | 'seal' | 'send';

/** One act on a letter. It holds for the text it names and for no other. */
export type PaperStep = {
  readonly step: PaperAct;
  /** Hash of the text it was done on. */
  readonly hash: string;
  readonly person: UserId;
  /** When it happened, 'YYYY-MM-DDTHH:MM' or a date. */
  readonly at: string;
  readonly verdict: 'pass' | 'back';
};

/** Where a letter stands. 'back': returned to its drafter; 'seal': signed; 'send': sealed. */
export type PaperStage = 'review' | 'sign' | 'seal' | 'send' | 'back' | 'sent';

/** A letter on its way through the office. */
export type Paper = {
  readonly hash: string;
  readonly stage: PaperStage;
  /** The whole course, steps on earlier texts included. */
  readonly steps: readonly PaperStep[];
  /** True when a scan of the sealed letter is attached. */
  readonly scanned: boolean;
};

/** A person with the roles the office gave. */
export type PaperPerson = { readonly id: UserId; readonly roles: readonly string[]; readonly active: boolean };

/** Why an act on a letter is refused. */
export type PaperRefusal =
  | 'paper.person-inactive'
  | 'paper.role-draft'
  | 'paper.role-review'
  | 'paper.role-sign'
  | 'paper.role-seal'
  | 'paper.same-person'
  | 'paper.hash-changed'
  | 'paper.not-now'
  | 'paper.signed'
  | 'paper.scan-missing';

const roles: Readonly<Record<PaperAct, readonly string[]>> = {
  draft: ['clerk', 'arbitrator', 'inspector', 'head'],
  review: ['arbitrator', 'inspector', 'head'],
  sign: ['head'],
  seal: ['seal', 'head'],
  send: ['clerk', 'arbitrator', 'inspector', 'head', 'seal'],
};

const roleRefusal: Readonly<Record<PaperAct, PaperRefusal>> = {
  draft: 'paper.role-draft',
  review: 'paper.role-review',
  sign: 'paper.role-sign',
  seal: 'paper.role-seal',
  send: 'paper.role-draft',
};

/**
 * The steps that still hold: those done on the present text since it was handed in last. Handing in voids what came
 * before also when no letter was changed, so that whoever examined then may sign now.
 */
export function holdingSteps<S extends PaperStep>(paper: { readonly hash: string; readonly steps: readonly S[] }): S[] {
  const from = paper.steps.findLastIndex((step) => step.step === 'draft');
  return paper.steps.slice(Math.max(from, 0)).filter((step) => step.hash === paper.hash);
}

/** Whether the roles of a person allow an act at all, whatever the letter. */
export function hasRoleFor(act: PaperAct, person: PaperPerson): Result<void, PaperRefusal> {
  if (!person.active) return err('paper.person-inactive');
  return person.roles.some((role) => roles[act].includes(role)) ? ok(undefined) : err(roleRefusal[act]);
}

const stagesFor: Readonly<Record<Exclude<PaperAct, 'draft'>, readonly PaperStage[]>> = {
  review: ['review'],
  sign: ['sign'],
  seal: ['seal', 'send'],
  send: ['seal', 'send'],
};

/** A signature is taken back by a signer, as long as the letter has not left. */
const backFrom: readonly PaperStage[] = ['sign', 'seal', 'send'];

function fitsStage(paper: Paper, act: Exclude<PaperAct, 'draft'>, verdict: PaperStep['verdict']): boolean {
  return (act === 'sign' && verdict === 'back' ? backFrom : stagesFor[act]).includes(paper.stage);
}

/** True from the signature on: the text stands, and whoever wants it changed has the signature taken back first. */
export function isSigned(paper: Pick<Paper, 'stage'>): boolean {
  return paper.stage === 'seal' || paper.stage === 'send' || paper.stage === 'sent';
}

/** 拟稿, 审核, 签发 and 用印 are each done by its own person; sending may be anybody's with the role. */
function didEarlier(paper: Paper, act: PaperAct, person: PaperPerson): boolean {
  if (act === 'send') return false;
  return holdingSteps(paper).some((step) => step.person === person.id && step.step !== act && step.step !== 'send');
}

/**
 * Whether `person` may do `act` on the text with this hash now (domain: 拟稿 → 审核 → 签发 → 用印, each by its own person;
 * an approval names the text and any change voids it).
 */
export function mayAct(
  paper: Paper,
  act: Exclude<PaperAct, 'draft'>,
  person: PaperPerson,
  on: { readonly hash: string; readonly scanRequired: boolean; readonly verdict?: PaperStep['verdict'] },
): Result<void, PaperRefusal> {
  if (on.hash !== paper.hash) return err('paper.hash-changed');
  if (!fitsStage(paper, act, on.verdict ?? 'pass')) return err('paper.not-now');
  const role = hasRoleFor(act, person);
  if (!role.ok) return role;
  if (didEarlier(paper, act, person)) return err('paper.same-person');
  if (act === 'send' && on.scanRequired && !paper.scanned) return err('paper.scan-missing');
  return ok(undefined);
}

const passed: Readonly<Record<Exclude<PaperAct, 'draft'>, PaperStage>> = {
  review: 'sign',
  sign: 'seal',
  seal: 'send',
  send: 'sent',
};

/** The stage after a step. */
export function stageAfter(step: Pick<PaperStep, 'step' | 'verdict'>): PaperStage {
  if (step.verdict === 'back') return 'back';
  return step.step === 'draft' ? 'review' : passed[step.step];
}
