import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { calendarInForce } from '../deadline/calendar-in-force.ts';
import { latestDay } from '../latest-day.ts';
import { contentBytes, contentJson } from './letter-content.ts';
import { withGrants } from './letter-files.ts';
import { letterWarnings } from './letter-warnings.ts';
import { ownLimit } from './own-limit.ts';
import { prepareCommission } from './prepare-commission.ts';

/** Exactly what the partner will see but for number and signature, and its size. Stores nothing. */
export const previewRequest: Handler<'request.preview'> = (context, input) => {
  const { db } = context.open.store;
  const prepared = prepareCommission(db, context, input);
  if (!prepared.ok) return prepared;
  const { content, removed, dossier } = prepared.value;
  const { letter, head } = content;
  const sealed = withGrants(
    db,
    contentJson(content),
    letter.files.map((file) => file.manifest),
  );
  const bytes = contentBytes(sealed);
  const today = latestDay(db, context.moment);
  const own = ownLimit(db, dossier, today);
  return ok({
    ...{ letter, head, from: head.from.name, to: head.to.name, bytes },
    warnings: [...removed, ...letterWarnings(calendarInForce(db), letter, own, today)],
  });
};
