import type { ReadDb } from '#electron/store/db.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import { findLink } from '#electron/store/tables/links.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { findPerson } from '#electron/store/tables/people.ts';
import { findRequest, type RequestRow } from '#electron/store/tables/requests.ts';
import { err, ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import { mayWriteOn } from '#shared/protocol/link.ts';
import { requestDigest } from '#shared/protocol/request-digest.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { latestDay } from '../latest-day.ts';
import { paperActs, type RequestAct, requestActs } from './allowed-acts.ts';
import { loadRequest, type RequestChains } from './chains.ts';
import { clocksOf } from './clocks.ts';
import { type ReplyContent, readCommission, readReply } from './letter-content.ts';
import { paperOf, paperRules, standingOfPaper } from './paper-standing.ts';
import { paperView } from './paper-view.ts';
import { partnerName } from './request-row.ts';
import { rowView } from './row-view.ts';
import { type TimelineItem, timelineOf } from './timeline.ts';

type RequestView = CallOutput<'request.get'>;

function latestReply({ e }: RequestChains): ReplyContent | undefined {
  return readReply(e.findLast((event) => event.kind === 'result')?.body);
}

function letters(db: ReadDb, row: RequestRow, chains: RequestChains): Partial<RequestView> {
  const sent = readCommission(chains.r[0]?.body);
  const paper = paperOf(db, row);
  const shown = paper && paperView(db, paper, row.state);
  const reply = latestReply(chains);
  return {
    commission: sent?.letter ?? shown?.commission ?? null,
    commissionNumber: sent?.head.number ?? (row.direction === 'out' ? row.number : null),
    commissionHead: sent?.head ?? (shown?.type === 'commission' ? shown.head : null),
    ...{ reply: reply?.reply ?? null, replyNumber: reply?.head.number ?? null, replyHead: reply?.head ?? null },
    paper: shown ?? null,
  };
}

function readOnlyOf({ open }: OfficeContext, row: RequestRow): RequestView['readOnly'] {
  const link = findLink(open.store.db, row.partner);
  if (!link || mayWriteOn(link)) return null;
  return link.asking?.why === 'new-life' ? 'restored' : 'rolled-back';
}

function mayOf(context: OfficeContext, row: RequestRow, state: RequestState, side: Side): RequestAct[] {
  const { db } = context.open.store;
  const person = findPerson(db, context.me);
  if (readOnlyOf(context, row) !== null || !person) return [];
  const paper = paperOf(db, row);
  const onPaper = paper ? paperActs(paper, person, paperRules(db, paper, row.state)) : [];
  const acts = state.opening === null ? [] : requestActs(state, side);
  // A reply that is on its way is changed or sent, not begun a second time.
  const underway = paper?.type === 'reply' && standingOfPaper(db, row) !== 'none';
  return [...onPaper, ...acts.filter((act) => act !== 'reply' || !underway)];
}

function allFiles(timeline: readonly TimelineItem[]): RequestView['files'] {
  const files = timeline.flatMap((item) => item.files.map((file) => ({ ...file, ours: item.ours })));
  return [...new Map(files.map((file) => [file.manifest, file])).values()];
}

/** A request with both sides' happenings, the letters, the clocks and what may be done now. */
export const getRequest: Handler<'request.get'> = (context, { request }) => {
  const { open, moment } = context;
  const { db } = open.store;
  const row = findRequest(db, request);
  if (!row) return err(notFound('request'));
  const today = latestDay(db, moment);
  const chains = loadRequest(db, request);
  const { state } = chains;
  const side = row.direction === 'out' ? 'r' : 'e';
  const timeline = timelineOf(db, chains, side, row.partner);
  const dossier = row.dossier === null ? undefined : findDossier(db, row.dossier);
  const [us, them] = [findOffice(db)?.name ?? '', partnerName(db, row.partner)];
  const none = { commission: null, commissionNumber: null, commissionHead: null, reply: null, replyNumber: null };
  return ok({
    row: rowView(db, row, today),
    ...{ dossier: row.dossier, dossierNumber: dossier?.caseNo ?? dossier?.windowNo ?? null },
    ...{ ...none, replyHead: null, paper: null, ...letters(db, row, chains) },
    ...{ state, timeline, clocks: clocksOf(db, row, state, side, today) },
    readOnly: readOnlyOf(context, row),
    ...{
      may: mayOf(context, row, state, side),
      files: allFiles(timeline),
      digest: requestDigest(state, open.suite, chains.suite),
    },
    ...{ requester: side === 'r' ? us : them, executor: side === 'r' ? them : us },
  });
};
