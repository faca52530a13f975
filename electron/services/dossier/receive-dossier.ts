import type { WriteDb } from '#electron/store/db.ts';
import { discardDraft } from '#electron/store/tables/drafts.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { daysBetween, type LocalDate, yearOf } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import { dateOfMoment } from '#shared/domain/deadline/clock-event.ts';
import { channels } from '#shared/domain/dossier/channels.ts';
import type { DossierSide } from '#shared/domain/dossier/dossier.ts';
import { receive } from '#shared/domain/dossier/lifecycle.ts';
import { dossierTexts } from '#shared/domain/dossier/text-shapes.ts';
import type { Warning } from '#shared/domain/party/warning.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { latestDay } from '../latest-day.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { checkHandler, lifecycleFailure } from './dossier-now.ts';
import { dossierReceived } from './facts.ts';
import { checkBranch, checkFree, giveNumber } from './give-number.ts';
import { newId, type Read, readClaims, readParties } from './read-input.ts';

type Input = HandlerInput<'dossier.receive'>;
type Said = Omit<Parameters<typeof dossierReceived>[0], 'dossier' | 'number' | 'clocks'> & {
  readonly day: LocalDate;
  readonly writer: string;
};

/** A receipt so many calendar days back is more often a slip of the year than the truth. */
const longAgoDays = 180;
/** The form whose draft, that of the window it was submitted in, ends with the receipt. */
const formKey = 'dossier.receive';

function unusualDate(day: LocalDate, today: LocalDate): readonly Warning[] {
  const days = daysBetween(day, today);
  return days > longAgoDays ? [{ code: 'dossier.received-long-ago', field: 'receivedOn', facts: { days } }] : [];
}

function readSaid(context: OfficeContext, input: Input): Read<Said> {
  const { side, receivedOn, handler, branch, writer } = input;
  const day = dateOfMoment(receivedOn);
  if (day === undefined) return err(badInput({ code: 'dossier.no-such-date', field: 'receivedOn' }));
  // The channel stands in the header, which outlives every erasing: a known code, never free text.
  if (!channels.some(({ code, sides }) => code === input.channel && sides.includes(side))) {
    return err(badInput({ code: 'dossier.channel-unknown', field: 'channel' }));
  }
  const clean = cleanTexts(input, dossierTexts);
  if (!clean.ok) return clean;
  const parties = readParties(side, input.parties, context);
  if (!parties.ok) return parties;
  const claims = readClaims(side, input.claims, context);
  if (!claims.ok) return claims;
  return ok({
    value: {
      ...{ side, on: receivedOn, day, handler, branch, writer, ...clean.value.texts },
      ...{ parties: parties.value.value, claims: claims.value.value },
    },
    warnings: [
      ...unusualDate(day, latestDay(context.open.store.db, context.moment)),
      ...[clean.value, parties.value, claims.value].flatMap((part) => part.warnings),
    ],
  });
}

/** An office of one side takes no files of the other. */
function checkSide(tx: WriteDb, side: DossierSide): Result<undefined, Failure> {
  const own = findOffice(tx)?.side ?? 'both';
  const fits = own === 'both' || own === (side === 'arb' ? 'arbitration' : 'inspection');
  return fits ? ok(undefined) : err({ ...refused('dossier.side-not-ours'), field: 'side' });
}

function write(tx: WriteDb, context: OfficeContext, said: Said, dossier: DossierId): Result<undefined, Failure> {
  const side = checkSide(tx, said.side);
  if (!side.ok) return side;
  const handler = checkHandler(tx, said.handler);
  if (!handler.ok) return handler;
  const next = receive({ side: said.side, channel: said.channel, on: said.day }, latestDay(tx, context.moment));
  if (!next.ok) return err({ ...lifecycleFailure(next.error), field: 'receivedOn' });
  const branch = checkBranch(tx, said.branch);
  if (!branch.ok) return branch;
  const number = giveNumber(tx, { series: 'window', year: yearOf(said.day), branch: said.branch });
  const free = checkFree(tx, number);
  if (!free.ok) return free;
  append(tx, context, [dossierReceived({ ...said, dossier, number, clocks: next.value.clocks })]);
  discardDraft(tx, formKey, said.writer);
  return ok(undefined);
}

/** 收件: a new file with its window number; doubts about numbers and texts are answered as warnings and never stop it. */
export const receiveDossier: Handler<'dossier.receive'> = (context, input) => {
  const said = readSaid(context, input);
  if (!said.ok) return said;
  // Row ids and file ids have one form; the brand says what this one stands for.
  const id = newId(context) as DossierId;
  const written = inOneTransaction(context, (tx) => write(tx, context, said.value.value, id));
  return written.ok ? ok({ id, revision: nextRevision(context), warnings: [...said.value.warnings] }) : written;
};
