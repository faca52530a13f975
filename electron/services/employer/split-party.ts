import { countFilesOf } from '#electron/store/tables/employer-list.ts';
import { employerPartyOf } from '#electron/store/tables/employer-parties.ts';
import { employerN } from '#electron/store/tables/employers.ts';
import { findParty } from '#electron/store/tables/parties.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound, refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { knownDossier } from '../dossier/dossier-now.ts';
import { newId } from '../dossier/read-input.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { cleanTexts } from '../typed-text.ts';
import { rootOf } from './employer-now.ts';
import { partyRejoined, partySplitOff } from './facts.ts';

/** A wrongly counted party becomes an employer of its own by a recorded act. Closed files too: they count as well. */
export const splitParty: Handler<'employer.split'> = (context, { employer, dossier, party, reason }) => {
  const cleaned = cleanTexts({ reason }, { reason: { max: 1000, multiline: true } });
  if (!cleaned.ok) return cleaned;
  const id = newId(context);
  const written = inOneTransaction(context, (tx) => {
    const file = knownDossier(tx, dossier);
    if (!file.ok) return file;
    const shown = rootOf(tx, employer);
    if (!shown.ok) return shown;
    const counted = employerPartyOf(tx, party);
    if (counted === undefined || !findParty(tx, dossier, party)) return err(notFound('party'));
    if (employerN(tx, counted.base)?.root !== shown.value.n) {
      return err({ kind: 'conflict', code: 'employer.changed-meanwhile' });
    }
    if (countFilesOf(tx, shown.value.n).files < 2) return err(refused('employer.split-only'));
    const said = { dossier, party, employer: id };
    append(tx, context, [partySplitOff(context.moment.today, said, cleaned.value.texts.reason)]);
    return ok(undefined);
  });
  return written.ok ? ok({ id, revision: nextRevision(context) }) : written;
};

/** Takes a splitting off back by a recorded act. */
export const rejoinParty: Handler<'employer.rejoin'> = (context, { dossier, party }) => {
  const written = inOneTransaction(context, (tx) => {
    const counted = employerPartyOf(tx, party);
    if (counted === undefined || !findParty(tx, dossier, party)) return err(notFound('party'));
    if (counted.base === counted.home) return err({ kind: 'conflict', code: 'employer.changed-meanwhile' });
    append(tx, context, [partyRejoined(context.moment.today, { dossier, party })]);
    return ok(undefined);
  });
  return written.ok ? ok({ revision: nextRevision(context) }) : written;
};
