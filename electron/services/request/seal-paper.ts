import { err, ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { append } from '../journal/append.ts';
import { sealedScanRequired } from '../office/office-settings.ts';
import { momentNow } from '../recorded-at.ts';
import { actOnPaper } from './act-on-paper.ts';
import { checkedFiles } from './letter-files.ts';
import { paperRefused } from './refusals.ts';

/** 用印: the letter bears the office's seal; its scan is attached where the office requires one. */
export const sealPaper: Handler<'paper.seal'> = (context, { request, hash, scan }) =>
  actOnPaper(context, { request, hash, act: 'seal' }, (tx, { type }) => {
    if (scan === null && sealedScanRequired(tx)) return err(paperRefused('paper.scan-missing'));
    const files = checkedFiles(tx, scan === null ? [] : [scan]);
    if (!files.ok) return files;
    const [kept] = files.value;
    append(tx, context, [
      {
        ...{ kind: 'paper.sealed', on: momentNow(context.moment), facts: { request, type, hash } },
        ...{ content: kept ? { scan: kept } : {}, files: files.value.map((file) => file.manifest) },
      },
    ]);
    return ok(undefined);
  });
