import type { ReadDb } from '#electron/store/db.ts';
import { type HeldEntry, orphansKept } from '#electron/store/tables/held-entries.ts';
import { findRequest } from '#electron/store/tables/requests.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { RequestId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import { type AssistKind, isAssistKind } from '#shared/domain/assist/facts.ts';
import { mayDo } from '#shared/domain/assist/may-do.ts';
import { readBody } from '#shared/protocol/body.ts';
import { readChainId } from '#shared/protocol/chain-id.ts';
import type { EntryHeader } from '#shared/protocol/entry.ts';
import type { Handler, OpenOffice } from '../context.ts';
import { readText } from '../read-fields.ts';
import { recordedAt } from '../recorded-at.ts';
import { loadRequest } from '../request/chains.ts';
import { partnerName } from '../request/request-row.ts';
import { cleanShown } from '../request/typed-text.ts';

type OrphanView = CallOutput<'recovery.orphans'>['orphans'][number];

/** An orphan with what it says. */
export type Orphan = {
  readonly held: HeldEntry;
  readonly header: EntryHeader;
  readonly request: RequestId;
  readonly side: Side;
  readonly content: JsonObject;
};

/** What follows from others or names a place that is gone: a person says it anew on the request's page, where it still fits. */
const notAgain: readonly string[] = ['request', 'apply', 'pen', 'opened', 'close', 'correct'];

/** Reads a kept orphan. */
export function readOrphan(held: HeldEntry): Orphan | undefined {
  const chain = readChainId(held.chain);
  if (chain?.type !== 'request') return undefined;
  // Its header was read before it was kept beside a chain.
  const header = JSON.parse(held.header) as EntryHeader;
  const body = held.body === undefined ? undefined : readBody(held.body);
  return { held, header, request: chain.request, side: chain.side, content: body ?? {} };
}

/** The kind under which an orphan can be written anew now, or the code why not. */
export function againAs(db: ReadDb, { header, request, side }: Orphan): AssistKind | `recovery.${string}` {
  const { kind } = header;
  if (!isAssistKind(kind) || notAgain.includes(kind)) return 'recovery.by-hand';
  return mayDo(loadRequest(db, request).state, side, kind).ok ? kind : 'recovery.no-longer-fits';
}

const settled: Readonly<Record<string, OrphanView['state']>> = { reissued: 'reissued', 'not-needed': 'not-needed' };

function viewOf(db: ReadDb, orphan: Orphan, open: OpenOffice): OrphanView {
  const { held, header, request, content } = orphan;
  const row = findRequest(db, request);
  const again = againAs(db, orphan);
  const text = readText(content, 'text') || readText(content, 'reason');
  return {
    ...{ id: held.id, request, number: row?.number ?? '', title: row?.title ?? '' },
    partner: row ? partnerName(db, row.partner) : '',
    ...{ ours: header.office === open.office, kind: header.kind, on: header.on, recordedAt: recordedAt(header.at) },
    ...cleanShown({ text }),
    state: settled[held.reason] ?? 'open',
    refusal: again.startsWith('recovery.') ? again : null,
  };
}

/** What stands beside the chains under a pen that was taken over, or because the partner holds others in its place. */
export const listOrphans: Handler<'recovery.orphans'> = ({ open }, { request }) => {
  const { db } = open.store;
  const orphans = orphansKept(db, request, 200).flatMap((held) => {
    const read = readOrphan(held);
    return read ? [viewOf(db, read, open)] : [];
  });
  return ok({ orphans });
};
