import { doubtOf, heardAnswer } from './doubt.ts';
import { type Believed, firstResendMs, incomingOf, type Link, receiptedUpTo, withIncoming } from './link.ts';
import { type Receipt, receiptSignedBy } from './receipt.ts';
import { giveBack } from './returns.ts';
import { planResend, receiptDue, resendSoon } from './schedule.ts';
import type { StepInput, StepMoment, StepPorts, StepResult, StepState } from './step-types.ts';

type ReceiptInput = Extract<StepInput, { readonly type: 'receipt' }>;
type Outcome = Omit<StepResult, 'timers'>;

/** What to make of a receipt: believe it, ignore it as old, or ask for proof that it is the newest. */
export type Belief = 'believe' | 'old' | 'prove';

/**
 * Which receipt counts. Within one incarnation the highest number; a lower position, another incarnation, or a number that
 * does not go with its position (the partner's disk was rolled back) only when it echoes our newest nonce and nobody has
 * echoed that one before: then it was written after we asked.
 */
export function beliefOf(link: Link, receipt: Receipt): Belief {
  const { believed } = link;
  if (!believed) return 'believe';
  if (link.retired.includes(receipt.incarnation)) return 'old';
  const same = receipt.incarnation === believed.incarnation;
  const later = receipt.number > believed.number;
  // The numbers of a disk that was rolled back are lower than those it gave before: what it asks back is news all the same.
  const asksBack = receipt.returns !== null && receipt.returns.nonce !== link.returned?.nonce;
  if (same && !later && !asksBack && receipt.upTo === believed.upTo) return 'old';
  if (same && later && receipt.upTo >= believed.upTo) return 'believe';
  return receipt.echo === link.nonce && !link.nonceUsed ? 'believe' : 'prove';
}

/** A fresh nonce is needed once somebody has echoed the current one; an unechoed one stays the question. */
function challenge(link: Link, moment: StepMoment): Link {
  const asked = link.nonceUsed ? { ...link, nonce: moment.nonce, nonceUsed: false } : link;
  return receiptDue(asked, moment.nowMs, false);
}

function believe(link: Link, receipt: Receipt, moment: StepMoment): Link {
  const before = link.believed;
  const replaced = before && before.incarnation !== receipt.incarnation ? [before.incarnation] : [];
  const believed: Believed = { incarnation: receipt.incarnation, number: receipt.number, upTo: receipt.upTo };
  const next: Link = {
    ...link,
    believed,
    retired: [...replaced, ...link.retired].slice(0, 8),
    nonceUsed: link.nonceUsed || receipt.echo === link.nonce,
    theirNonce: receipt.nonce,
    theirs: { reader: receipt.reader, kinds: receipt.kinds, card: receipt.card },
  };
  const behind = receipt.upTo < link.out.n;
  const moved = receipt.upTo !== (before?.upTo ?? 0);
  const planned = planResend(
    moved ? { ...next, resend: { ...next.resend, at: null, wait: firstResendMs } } : next,
    moment.nowMs,
  );
  const asks = receipt.ask.length > 0 || receipt.upTo < (before?.upTo ?? 0);
  const sending = behind && asks ? resendSoon(planned, moment.nowMs) : planned;
  return receipt.nonce === link.theirNonce ? sending : receiptDue(sending, moment.nowMs, link.theirNonce !== null);
}

/** The partner says that it holds entries of ours that are not here, or others than ours. */
function contradicts(link: Link, input: ReceiptInput): boolean {
  const { upTo, root, ask } = input.receipt;
  const beyond = ask.some((run) => run.from <= run.to && run.to >= link.out.n);
  return upTo > link.out.n || beyond || input.rootAt !== root;
}

/** The receipt is not believed: what it says it holds is asked back. Its nonce is echoed, so that our asking is believed. */
function doubt(state: StepState, receipt: Receipt, moment: StepMoment, ports: StepPorts): Outcome {
  const { link } = state;
  const doubted = doubtOf(link, Math.max(receipt.upTo, ...receipt.ask.map((run) => run.to)), moment, ports);
  const heard = withIncoming(
    { ...doubted, theirNonce: receipt.nonce },
    receipt.device,
    incomingOf(doubted, receipt.device),
  );
  const news = doubted.doubt !== link.doubt;
  const due = news || receipt.nonce !== link.theirNonce ? receiptDue(heard, moment.nowMs, news) : heard;
  const told = news ? [{ type: 'alarm' as const, code: 'own-rollback' as const, request: null, entry: null }] : [];
  return { state: { ...state, link: due }, writes: [], outputs: told };
}

/** A partner whose word fits what we have again takes back what it claimed. */
function clearClaim(link: Link): Link {
  if (link.doubt === null || link.doubt.kind === 'proven') return link;
  return { ...link, doubt: null, asking: link.asking?.why === 'doubt' ? null : link.asking };
}

/** What the newest receipt asks back goes onto our stream, also while we doubt what it claims: both may have lost something. */
function answering(
  outcome: Outcome,
  { receipt, back = [] }: ReceiptInput,
  moment: StepMoment,
  ports: StepPorts,
): Outcome {
  const { state, writes, outputs } = giveBack(outcome.state, receipt, back, moment, ports);
  return { state, writes: [...outcome.writes, ...writes], outputs: [...outcome.outputs, ...outputs] };
}

/**
 * A receipt about the stream of a device before ours clears nothing. That it names another card than the partner named last
 * shows that an older copy of its data does not know this device: our next receipt encloses the card again.
 */
function toFormer(state: StepState, { card }: Receipt, moment: StepMoment): Outcome {
  const { theirs } = state.link;
  const outdated = theirs !== null && theirs.card !== card;
  const told = outdated ? receiptDue({ ...state.link, theirs: { ...theirs, card } }, moment.nowMs, false) : state.link;
  return { state: { ...state, link: told }, writes: [], outputs: [] };
}

/**
 * Takes a partner's receipt: the only thing that clears our side. Old ones change nothing; one that claims less than we
 * believe is asked to prove itself; what one claims that names more than we have is asked back.
 */
export function takeReceipt(state: StepState, input: ReceiptInput, moment: StepMoment, ports: StepPorts): Outcome {
  const { receipt, document, key } = input;
  const { office, to, stream } = receipt;
  const ours = office === state.link.partner && to === ports.self.office;
  if (!ours || key?.office !== office || !receiptSignedBy(document, key.key, ports.verifying))
    return { state, writes: [], outputs: [] };
  if (stream !== ports.self.device) return toFormer(state, receipt, moment);
  const link = heardAnswer(state.link, receipt.device, receipt.returned);
  const nothing: Outcome = { state: { ...state, link }, writes: [], outputs: [] };
  const belief = beliefOf(link, receipt);
  if (belief === 'old') return nothing;
  if (belief === 'prove') {
    // A late copy must not bring an older nonce back: echoing it would leave the partner's newest question unanswered.
    const late = receipt.incarnation === link.believed?.incarnation && receipt.number <= link.believed.number;
    const told = late ? link : { ...link, theirNonce: receipt.nonce };
    const heard = withIncoming(told, receipt.device, incomingOf(link, receipt.device));
    return { ...nothing, state: { ...state, link: challenge(heard, moment) } };
  }
  if (contradicts(link, input))
    return answering(doubt({ ...state, link }, receipt, moment, ports), input, moment, ports);
  const next = clearClaim(believe(link, receipt, moment));
  const believed: Outcome = {
    ...nothing,
    state: { ...state, link: next },
    writes: [{ type: 'receipted', receipt, document }],
  };
  return answering(believed, input, moment, ports);
}

/** The first thing a tick sends again: everything beyond the partner's latest receipt. */
export function resendAbove(link: Link): number {
  return receiptedUpTo(link);
}
