import { hasRoleFor, holdingSteps, isSigned, mayAct, type Paper, type PaperPerson } from './approval.ts';

/**
 * What a letter waits for: its next step; 'back': its drafter must change it; 'moot': the request has gone on without it,
 * so that it can no longer be sent; 'none': it has left.
 */
export type PaperStanding = 'review' | 'sign' | 'seal' | 'send' | 'back' | 'moot' | 'none';

/** An act on a letter a person may be offered. 'resubmit' changes the text, 'unsign' takes the signature back. */
export type PaperOffer = 'review' | 'sign' | 'seal' | 'send' | 'resubmit' | 'unsign';

/** What decides beside the letter itself. */
export type PaperRules = {
  /** The office requires the scan of the sealed letter before it leaves. */
  readonly scanRequired: boolean;
  /** The request is in a state in which this letter may be sent. */
  readonly fits: boolean;
};

/**
 * The one rule for what a letter waits for: lists, badges, the strip of its steps and the filled button all say this. A
 * signed letter waits for its seal only where the office requires the scan.
 */
export function paperStanding(paper: Pick<Paper, 'stage' | 'scanned'>, rules: PaperRules): PaperStanding {
  const { stage, scanned } = paper;
  if (stage === 'sent') return 'none';
  if (!rules.fits) return 'moot';
  if (stage !== 'seal' && stage !== 'send') return stage;
  return rules.scanRequired && !scanned ? 'seal' : 'send';
}

/** A seal is put once on a text: where it is required, or to keep a scan although nobody asks for one. */
function takesSeal(paper: Paper, standing: PaperStanding): boolean {
  return standing === 'seal' || (standing === 'send' && paper.stage === 'seal');
}

/** The text may be changed until it is signed: by whoever may draft once it went back, before that by its drafter. */
function takesChange(paper: Paper, person: PaperPerson): boolean {
  if (isSigned(paper) || !hasRoleFor('draft', person).ok) return false;
  return (
    paper.stage === 'back' || holdingSteps(paper).some((step) => step.step === 'draft' && step.person === person.id)
  );
}

/** What may be offered to a person now: the step the letter waits for, and the ways back that still apply. */
export function paperOffers(paper: Paper, person: PaperPerson, rules: PaperRules): readonly PaperOffer[] {
  const standing = paperStanding(paper, rules);
  if (standing === 'none' || standing === 'moot') return [];
  const on = { hash: paper.hash, scanRequired: rules.scanRequired };
  const may = (act: 'review' | 'sign' | 'seal' | 'send'): boolean => mayAct(paper, act, person, on).ok;
  const steps = (['review', 'sign', 'send'] as const).filter((act) => act === standing && may(act));
  return [
    ...steps,
    ...(takesSeal(paper, standing) && may('seal') ? (['seal'] as const) : []),
    ...(takesChange(paper, person) ? (['resubmit'] as const) : []),
    ...(isSigned(paper) && mayAct(paper, 'sign', person, { ...on, verdict: 'back' }).ok ? (['unsign'] as const) : []),
  ];
}
