import type { WriteDb } from '#electron/store/db.ts';
import type { PaperRow } from '#electron/store/tables/papers.ts';
import { findRequest } from '#electron/store/tables/requests.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import { err, ok } from '#shared/base/result.ts';
import { requestKind } from '#shared/domain/assist/kinds/request-kinds.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append } from '../journal/append.ts';
import { momentNow } from '../recorded-at.ts';
import { actOnPaper } from './act-on-paper.ts';
import { nextLetterNumber } from './letter-numbers.ts';
import { badField } from './refusals.ts';
import { cleanText } from './typed-text.ts';

/** The letter's number: the one it already bears from an earlier signature, or the next of the series. */
function numberFor(tx: WriteDb, context: OfficeContext, paper: PaperRow): JsonObject {
  if (paper.number !== null) return { number: paper.number, given: null };
  const kind = findRequest(tx, paper.request)?.kind ?? '';
  return nextLetterNumber(tx, requestKind(kind)?.office ?? 'arb', context.moment.today);
}

/** 签发: the office head passes the text and the letter gets its number, or sends it back with a reason: also after signing, until it leaves. */
export const signPaper: Handler<'paper.sign'> = (context, { request, hash, verdict, note }) =>
  actOnPaper(context, { request, hash, act: 'sign', verdict }, (tx, paper) => {
    const words = cleanText(note, 'note');
    if (!words.ok) return words;
    if (verdict === 'back' && words.value === '') return err(badField('paper.reason-missing', 'note'));
    const numbered = verdict === 'pass' ? numberFor(tx, context, paper) : {};
    append(tx, context, [
      {
        ...{ kind: 'paper.signed', on: momentNow(context.moment) },
        ...{ facts: { request, type: paper.type, hash, verdict, ...numbered }, content: { note: words.value } },
      },
    ]);
    return ok(undefined);
  });
