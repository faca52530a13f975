import type { WriteDb } from '#electron/store/db.ts';
import { noteAbout } from '#electron/store/tables/about.ts';
import { noteNumber } from '#electron/store/tables/number-series.ts';
import { findPaper, type PaperRow, putPaper } from '#electron/store/tables/papers.ts';
import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import type { DossierId, EntryId, OfficeId, RequestId } from '#shared/base/ids.ts';
import { type PaperAct, type PaperType, stageAfter } from '#shared/domain/paper/approval.ts';
import type { Arrived, Projector, Whose } from '../journal/projector.ts';
import { readNumber, readObject, readText, readTextOrNull } from '../read-fields.ts';
import { refreshRequest } from './request-row.ts';

/** Which letter a fact of the office's own course is about. */
function about({ entry }: Arrived): { readonly request: RequestId; readonly type: PaperType } {
  const { facts } = entry.parsed;
  // Our own device wrote the fact with an id it had made.
  return {
    request: readText(facts, 'request') as RequestId,
    type: readText(facts, 'type') === 'reply' ? 'reply' : 'commission',
  };
}

function settle(tx: WriteDb, paper: PaperRow, arrived: Arrived, whose: Whose): void {
  putPaper(tx, paper);
  if (paper.dossier !== null) noteAbout(tx, paper.dossier, arrived.entry.id, arrived.n);
  const { n, date } = arrived;
  refreshRequest(tx, paper.request, { office: whose.office as OfficeId, n, date, heard: false });
}

const submitted: Projector = (tx, arrived, whose) => {
  const { entry, content } = arrived;
  const { facts, on, actor } = entry.parsed;
  const { request, type } = about(arrived);
  const before = findPaper(tx, request, type);
  const hash = readText(facts, 'hash');
  const step = { step: 'draft', hash, person: actor, at: on, verdict: 'pass', note: '' } as const;
  const steps = before && before.stage !== 'sent' ? [...before.steps, step] : [step];
  const paper: PaperRow = {
    ...{ request, type, hash, steps, stage: stageAfter(step), scanned: false, scan: null, sent: null, submitted: on },
    // Canonical JSON when it was written.
    content: content ? canonicalJson(content as JsonObject) : '',
    partner: readText(facts, 'partner') as OfficeId,
    dossier: readTextOrNull(facts, 'dossier') as DossierId | null,
    // A number once given to this letter stays with it, so that the series keeps no hole.
    number: before && before.stage !== 'sent' ? before.number : null,
  };
  settle(tx, paper, arrived, whose);
};

function stepped(tx: WriteDb, arrived: Arrived, act: PaperAct): PaperRow | undefined {
  const { facts, on, actor } = arrived.entry.parsed;
  const { request, type } = about(arrived);
  const paper = findPaper(tx, request, type);
  const hash = readText(facts, 'hash');
  if (!paper || paper.hash !== hash) return undefined;
  const verdict = readText(facts, 'verdict') === 'back' ? 'back' : 'pass';
  const step = { step: act, hash, person: actor, at: on, verdict, note: readText(arrived.content, 'note') } as const;
  return { ...paper, steps: [...paper.steps, step], stage: stageAfter(step) };
}

const reviewed: Projector = (tx, arrived, whose) => {
  const paper = stepped(tx, arrived, 'review');
  if (paper) settle(tx, paper, arrived, whose);
};

const signed: Projector = (tx, arrived, whose) => {
  const paper = stepped(tx, arrived, 'sign');
  const given = readObject(arrived.entry.parsed.facts, 'given');
  const [year, seq] = [readNumber(given, 'year'), readNumber(given, 'seq')];
  if (year !== null && seq !== null) noteNumber(tx, { series: readText(given, 'series'), year, seq });
  const number = readTextOrNull(arrived.entry.parsed.facts, 'number');
  if (paper) settle(tx, { ...paper, number: number ?? paper.number }, arrived, whose);
};

const sealed: Projector = (tx, arrived, whose) => {
  const paper = stepped(tx, arrived, 'seal');
  const scan = readObject(arrived.content, 'scan');
  const kept = scan ? canonicalJson(scan as JsonObject) : (paper?.scan ?? null);
  if (paper) settle(tx, { ...paper, scan: kept, scanned: kept !== null }, arrived, whose);
};

const sent: Projector = (tx, arrived, whose) => {
  const paper = stepped(tx, arrived, 'send');
  // Our own device wrote the fact after the entry it names.
  const entry = readText(arrived.entry.parsed.facts, 'entry') as EntryId;
  if (paper) settle(tx, { ...paper, sent: entry }, arrived, whose);
};

/** Projectors of what goes on inside the office before a letter leaves. */
export const paperProjectors: Readonly<Record<string, Projector>> = {
  'paper.submitted': submitted,
  'paper.reviewed': reviewed,
  'paper.signed': signed,
  'paper.sealed': sealed,
  'paper.sent': sent,
};
