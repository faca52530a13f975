import type { WriteDb } from '#electron/store/db.ts';
import type { PaperRow } from '#electron/store/tables/papers.ts';
import { findPerson } from '#electron/store/tables/people.ts';
import type { ManifestId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import { type LetterFile, letterFile } from '#shared/contract/letter.ts';
import { holdingSteps } from '#shared/domain/paper/approval.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import { deviceIn } from '#shared/protocol/request-suite.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append } from '../journal/append.ts';
import { momentNow } from '../recorded-at.ts';
import { actOnPaper } from './act-on-paper.ts';
import { checkReply } from './check-reply.ts';
import {
  type CommissionContent,
  contentJson,
  type ReplyContent,
  readCommission,
  readReply,
  type Signed,
  signedContent,
} from './letter-content.ts';
import { confirmedRecipient } from './letter-offices.ts';
import { mayAct, say, standingOf } from './write-entry.ts';

const gone: Failure = { kind: 'damaged', code: 'paper.text-missing' };

function signatureOf(tx: WriteDb, paper: PaperRow): Signed | undefined {
  const step = holdingSteps(paper).findLast((one) => one.step === 'sign' && one.verdict === 'pass');
  const by = step && findPerson(tx, step.person)?.name;
  return step && by !== undefined && paper.number !== null
    ? { number: paper.number, by, on: step.at.slice(0, 10) }
    : undefined;
}

function scanOf(paper: PaperRow): LetterFile | null {
  const read = paper.scan === null ? undefined : letterFile.safeParse(JSON.parse(paper.scan));
  return read?.success ? read.data : null;
}

function manifests(files: readonly LetterFile[], scan: LetterFile | null): ManifestId[] {
  return [...new Set([...files, ...(scan ? [scan] : [])].map((file) => file.manifest))];
}

function sendCommission(
  tx: WriteDb,
  context: OfficeContext,
  paper: PaperRow,
  ready: CommissionContent,
): Result<Entry, Failure> {
  const { letter, head, scan } = ready;
  const recipient = confirmedRecipient(tx, context, paper.partner, letter.kind);
  if (!recipient.ok) return recipient;
  const { card, suite } = recipient.value;
  const intake = deviceIn(card.card, suite)?.device;
  if (!intake) return err(refused('request.no-common-suite'));
  const to = { id: paper.request, side: 'r' as const, partner: paper.partner };
  const entry = say(tx, context, to, {
    kind: 'request',
    on: momentNow(context.moment),
    facts: {
      ...{ kind: letter.kind, to: paper.partner, urgency: letter.urgency, agreed: letter.askedDate },
      items: letter.items.map(({ id, kind }) => ({ id, kind })),
      ...{ number: head.number, card: card.hash, intake, papers: [] },
    },
    suite,
    content: contentJson(ready),
    files: manifests(letter.files, scan),
  });
  return ok(entry);
}

function sendReply(tx: WriteDb, context: OfficeContext, paper: PaperRow, ready: ReplyContent): Result<Entry, Failure> {
  const standing = standingOf(tx, context, paper.request);
  if (!standing.ok) return standing;
  const now = mayAct(standing.value, 'e', 'result', context.open);
  if (!now.ok) return now;
  // The request may have grown by a supplement since the text was submitted.
  const fits = checkReply(ready.reply, standing.value.state);
  if (!fits.ok) return fits;
  const { items, final, files } = ready.reply;
  const entry = say(tx, context, standing.value, {
    kind: 'result',
    on: momentNow(context.moment),
    facts: { final, items: items.map(({ item, outcome }) => ({ id: item, outcome })), number: ready.head.number },
    content: contentJson(ready),
    files: manifests(files, ready.scan),
  });
  return ok(entry);
}

function send(tx: WriteDb, context: OfficeContext, paper: PaperRow): Result<Entry, Failure> {
  const signed = signatureOf(tx, paper);
  if (!signed) return err(refused('paper.not-signed'));
  if (paper.content === '') return err(gone);
  const [text, scan] = [JSON.parse(paper.content) as unknown, scanOf(paper)];
  if (paper.type === 'reply') {
    const content = readReply(text);
    return content ? sendReply(tx, context, paper, signedContent(content, signed, scan)) : err(gone);
  }
  const content = readCommission(text);
  return content ? sendCommission(tx, context, paper, signedContent(content, signed, scan)) : err(gone);
}

/**
 * 发出: writes the signed text into the request's chain and into the stream to the partner. From here on it is a fact for
 * both offices; which dossier it came from stays in this office's own chain.
 */
export const sendPaper: Handler<'paper.send'> = (context, { request, hash }) =>
  actOnPaper(context, { request, hash, act: 'send' }, (tx, paper) => {
    const entry = send(tx, context, paper);
    if (!entry.ok) return entry;
    const facts = { request, type: paper.type, hash, entry: entry.value.id, dossier: paper.dossier };
    append(tx, context, [{ kind: 'paper.sent', on: momentNow(context.moment), facts }]);
    return ok(undefined);
  });
