import { findPaper } from '#electron/store/tables/papers.ts';
import { findPartner } from '#electron/store/tables/partners.ts';
import { findRequest } from '#electron/store/tables/requests.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import { replyLetter } from '#shared/contract/letter.ts';
import { isSigned } from '#shared/domain/paper/approval.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { momentNow } from '../recorded-at.ts';
import { nextRevision } from '../session/revision.ts';
import { checkReply } from './check-reply.ts';
import { contentJson, replyContent, textHash } from './letter-content.ts';
import { checkedFiles } from './letter-files.ts';
import { addressee, ourOffice } from './letter-offices.ts';
import { paperRefused } from './refusals.ts';
import { onSameText } from './same-text.ts';
import { mayDraft } from './submit-paper.ts';
import { cleanTyped } from './typed-text.ts';
import { mayAct, standingOf } from './write-entry.ts';

/** 送审 of a reply: the text becomes a fact and waits for examination; earlier approvals of this reply are void. */
export const submitReply: Handler<'paper.submitReply'> = (context, { request, reply, base }) =>
  inOneTransaction(context, (tx) => {
    const allowed = mayDraft(tx, context);
    if (!allowed.ok) return allowed;
    const standing = standingOf(tx, context, request);
    if (!standing.ok) return standing;
    const now = mayAct(standing.value, 'e', 'result', context.open);
    if (!now.ok) return now;
    const before = findPaper(tx, request, 'reply');
    if (before && before.stage !== 'sent' && isSigned(before)) return err(paperRefused('paper.signed'));
    const same = onSameText(tx, context, before, base);
    if (!same.ok) return same;
    const cleaned = cleanTyped(reply, replyLetter);
    if (!cleaned.ok) return cleaned;
    const fits = checkReply(cleaned.value.value, standing.value.state);
    if (!fits.ok) return fits;
    const files = checkedFiles(tx, cleaned.value.value.files);
    if (!files.ok) return files;
    const [from, partner] = [ourOffice(tx), findPartner(tx, standing.value.partner)];
    if (!from.ok) return from;
    if (!partner || !findRequest(tx, request)) return err(notFound('partner'));
    const letter = { ...cleaned.value.value, files: files.value };
    const content = contentJson(replyContent(from.value, addressee(partner), letter));
    const hash = textHash(request, 'reply', content, context.open.suite);
    append(tx, context, [
      {
        ...{ kind: 'paper.submitted', on: momentNow(context.moment), content },
        facts: { request, type: 'reply', hash, dossier: null, partner: partner.office },
        files: files.value.map((file) => file.manifest),
      },
    ]);
    return ok({ id: request, revision: nextRevision(context) });
  });
