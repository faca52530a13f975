import { createCourierTransport } from '#electron/exchange/courier.ts';
import type { Transport } from '#electron/exchange/transport.ts';
import { keepMedium } from '#electron/store/tables/media-out.ts';
import { allPartners, type PartnerRow } from '#electron/store/tables/partners.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import { receiptedUpTo } from '#shared/protocol/link.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { auditFact } from '../office/audit-fact.ts';
import { nextRevision } from '../session/revision.ts';
import { cleanTexts } from '../typed-text.ts';
import { followedTransport } from './followed-transport.ts';
import { receiptLists } from './gather.ts';
import { chunksDue, giveAllFiles } from './give-files.ts';
import { linkOf } from './link-of.ts';
import { packageToWrite } from './medium.ts';
import { printOnMedium } from './medium-print.ts';
import { type Exchange, runStep } from './run-step.ts';
import { sendAbove, sendReceipt } from './send.ts';

type Line = {
  readonly office: OfficeId;
  readonly name: string;
  readonly bundles: number;
  readonly entries: number;
  readonly files: number;
  readonly bytes: number;
  /** Up to where our stream reached when the writing began. */
  readonly upTo: number;
  readonly packages: number;
  readonly print: string;
};

/** Up to where the partner's receipt covers our stream. */
function heldBy({ open, random }: Exchange, office: OfficeId): number {
  return receiptedUpTo(linkOf(open.store.db, office, random));
}

/** How much there is to write for a partner: the parts of files, and the packages of entries and receipts as two. */
function toWrite(exchange: Exchange, office: OfficeId): number {
  return chunksDue(exchange, office) + 2;
}

async function pack(exchange: Exchange, transport: Transport, partner: PartnerRow): Promise<Result<Line, Failure>> {
  const { office, name } = partner;
  const ticked = runStep(exchange, office, (db) => ({
    type: 'tick',
    lists: receiptLists(db, office, exchange.open),
    force: true,
  }));
  if (!ticked.ok) return ticked;
  let receipts = 0;
  for (const output of ticked.value.outputs) {
    if (output.type !== 'receipt') continue;
    const put = await sendReceipt(exchange, transport, office, output.document);
    if (!put.ok) return put;
    receipts += 1;
  }
  // Up to here the medium carries the stream; what is written meanwhile may be on it too.
  const upTo = linkOf(exchange.open.store.db, office, exchange.random).out.n;
  const sent = await sendAbove(exchange, transport, office, heldBy(exchange, office));
  if (!sent.ok) return sent;
  const given = await giveAllFiles(exchange, transport, office);
  if (!given.ok) return given;
  const lying = await printOnMedium(exchange.open, transport, office);
  if (!lying.ok) return lying;
  const { bundles, entries, bytes } = sent.value;
  return ok({
    ...{ office, name, entries, upTo, ...lying.value },
    bundles: bundles + receipts,
    files: given.value.files,
    bytes: bytes + given.value.bytes,
  });
}

type Packed = { readonly lines: Line[]; readonly failed: { office: string; name: string; code: string }[] };

/** Whether a failure is the medium's or our disk's: then nothing can be written for anybody. */
const concernsAll = ({ kind }: Failure): boolean => kind === 'storage' || kind === 'damaged';

/**
 * Packs for one partner after the other. One whose card or keys cannot be used keeps nobody else from being written for;
 * when that leaves nobody, the first refusal is the answer.
 */
async function packAll(
  exchange: Exchange,
  transport: Transport,
  partners: readonly PartnerRow[],
): Promise<Result<Packed, Failure>> {
  const packed: Packed = { lines: [], failed: [] };
  let first: Failure | undefined;
  for (const partner of partners) {
    const line = await pack(exchange, transport, partner);
    if (line.ok) packed.lines.push(line.value);
    else if (concernsAll(line.error)) return line;
    else {
      first ??= line.error;
      packed.failed.push({ office: partner.office, name: partner.name, code: line.error.code });
    }
  }
  return first && packed.lines.length === 0 ? { ok: false, error: first } : ok(packed);
}

/** Remembers what lies on the medium for each partner, and records the act; answers the lines with their slips. */
function remember(context: OfficeContext, lines: readonly Line[], medium: { folder: string; label: string }) {
  const at = context.clock.now();
  const about = lines
    .map((line) => line.office)
    .join(' ')
    .slice(0, 200);
  const entries = lines.reduce((total, line) => total + line.entries, 0);
  return inOneTransaction(context, (tx) => {
    append(tx, context, [auditFact(context, 'audit.exported', { about, facts: { entries } })]);
    return ok(
      lines.map(({ upTo, packages, ...line }) => ({
        ...line,
        slip: keepMedium(tx, { ...line, ...medium, at, upTo, packages, device: context.open.device }),
      })),
    );
  });
}

/**
 * Writes what the partners' last receipts lack to a medium, with our receipts. Everything is read back and compared
 * before this answers: only then may the medium be taken out. A medium pulled out midway fails here and loses nothing;
 * writing again completes the package, as it does after the writing was called off. Partners that could not be written
 * for are named with the reason. What was written for whom is remembered, with its fingerprint.
 */
export const exportCourier: Handler<'courier.export'> = async (context, { folder, office, label }) => {
  const { open, clock, random, session } = context;
  const clean = cleanTexts({ label }, { label: { max: 40 } });
  if (!clean.ok) return clean;
  const chosen = allPartners(open.store.db).filter((partner) => office === undefined || partner.office === office);
  if (chosen.length === 0) return { ok: false, error: notFound('partner') };
  const path = await packageToWrite(folder);
  if (!path.ok) return path;
  const exchange = { open, clock, random };
  const packed = await session.works.run('export', async (work) => {
    const total = chosen.reduce((sum, partner) => sum + toWrite(exchange, partner.office), 0);
    const transport = followedTransport(createCourierTransport(path.value), total, work);
    const done = await packAll(exchange, transport, chosen);
    return done.ok || !work.cancelled() ? done : err(refused('courier.cancelled'));
  });
  if (!packed.ok) return packed;
  const { lines, failed } = packed.value;
  const kept = remember(context, lines, { folder, label: clean.value.texts.label });
  if (!kept.ok) return kept;
  return ok({ verified: true, lines: kept.value, failed, revision: nextRevision(context) });
};
