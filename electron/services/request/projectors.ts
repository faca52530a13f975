import { noteAbout } from '#electron/store/tables/about.ts';
import { noteNumber } from '#electron/store/tables/number-series.ts';
import { findRequest } from '#electron/store/tables/requests.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { readChainId } from '#shared/protocol/chain-id.ts';
import type { Projector, StoredProjector } from '../journal/projector.ts';
import { readNumber, readText } from '../read-fields.ts';
import { paperProjectors } from './paper-projectors.ts';
import { refreshRequest } from './request-row.ts';

/** A receipt number (收文编号) was given; the series goes on after it. */
const registered: Projector = (tx, { entry }) => {
  const { facts } = entry.parsed;
  const [year, seq] = [readNumber(facts, 'year'), readNumber(facts, 'seq')];
  if (year !== null && seq !== null) noteNumber(tx, { series: readText(facts, 'series'), year, seq });
};

/** Projectors of this office's own facts about requests. */
export const requestProjectors: Readonly<Record<string, Projector>> = {
  ...paperProjectors,
  'request.number-given': registered,
};

/**
 * Projects any entry of a request's two chains: the request is folded again and its row written from the result. A fold
 * reads both chains to their end, so of many entries that arrive at once only the last needs one.
 */
export const projectRequestEntry: StoredProjector = (tx, stored, whose) => {
  const { entry, n, date, more = false } = stored;
  const name = readChainId(entry.parsed.chain);
  if (name?.type !== 'request') return;
  const heard = entry.parsed.office !== whose.office;
  // This office's own code.
  const cause = { office: whose.office as OfficeId, n, date, heard };
  const row = more ? findRequest(tx, name.request) : refreshRequest(tx, name.request, cause);
  noteAbout(tx, name.request, entry.id, n);
  if (row?.dossier) noteAbout(tx, row.dossier, entry.id, n);
};
