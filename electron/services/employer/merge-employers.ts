import type { ReadDb } from '#electron/store/db.ts';
import { countFilesOf, filesOfBoth } from '#electron/store/tables/employer-list.ts';
import { type EmployerRow, findEmployer } from '#electron/store/tables/employers.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import { comparedName } from '#shared/domain/party/match-words.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { cleanTexts } from '../typed-text.ts';
import { writtenUnder } from './count-employer.ts';
import { markOf, rootOf } from './employer-now.ts';
import { employersMerged, employersParted } from './facts.ts';

type Doubt = CallOutput<'employer.previewMerge'>['doubts'][number];
type Pair = { readonly into: string; readonly from: string };

/** Two employers that may become one: both are here, neither was merged, and they are two. */
function pairOf(db: ReadDb, { into, from }: Pair): Result<readonly [EmployerRow, EmployerRow], Failure> {
  const [one, other] = [findEmployer(db, into), findEmployer(db, from)];
  if (one === undefined || other === undefined) return err(notFound('employer'));
  if (one.root === other.root) return err({ ...refused('employer.merge-itself'), field: 'from' });
  if (one.into !== null || other.into !== null) return err(changedMeanwhile);
  return ok([one, other]);
}

const changedMeanwhile: Failure = { kind: 'conflict', code: 'employer.changed-meanwhile' };

/** What a merge would make of two employers, and what speaks against it. */
export const previewMerge: Handler<'employer.previewMerge'> = ({ open }, pair) => {
  const { db } = open.store;
  const found = pairOf(db, pair);
  if (!found.ok) return found;
  const [into, from] = found.value;
  const [one, other] = [writtenUnder(db, into.n), writtenUnder(db, from.n)];
  const both = filesOfBoth(db, into.n, from.n);
  const known = new Set(one.names.map(comparedName));
  const doubts: Doubt[] = [
    ...(one.codes.length > 0 && other.codes.some((code) => !one.codes.includes(code)) ? ['two-codes' as const] : []),
    ...(both > 0 ? ['same-file' as const] : []),
    ...(other.names.some((name) => known.has(comparedName(name))) ? [] : ['two-names' as const]),
  ];
  return ok({
    ...{ name: one.name, code: one.code || other.code },
    files: countFilesOf(db, into.n).files + countFilesOf(db, from.n).files - both,
    names: [...new Set([...one.names, ...other.names])],
    codes: [...new Set([...one.codes, ...other.codes])],
    ...{ doubts, filesOfBoth: both, seen: markOf(db, [into, from]) },
  });
};

/** Two records become one employer by a recorded act; every party keeps the record it came with. */
export const mergeEmployers: Handler<'employer.merge'> = (context, { into, from, seen, reason }) => {
  const cleaned = cleanTexts({ reason }, { reason: { max: 1000, multiline: true } });
  if (!cleaned.ok) return cleaned;
  const written = inOneTransaction(context, (tx) => {
    const found = pairOf(tx, { into, from });
    if (!found.ok) return found;
    if (markOf(tx, found.value) !== seen) return err(changedMeanwhile);
    append(tx, context, [employersMerged(context.moment.today, into, from, cleaned.value.texts.reason)]);
    return ok(undefined);
  });
  return written.ok ? ok({ id: into, revision: nextRevision(context) }) : written;
};

/** Takes a merge back by a recorded act, whatever was merged before or after it. */
export const partEmployers: Handler<'employer.part'> = (context, { employer, merge }) => {
  const written = inOneTransaction(context, (tx) => {
    const row = findEmployer(tx, employer);
    if (row === undefined) return err(notFound('employer'));
    if (row.into === null || row.mergedBy !== merge) return err(changedMeanwhile);
    append(tx, context, [employersParted(context.moment.today, employer, merge)]);
    return rootOf(tx, employer);
  });
  return written.ok ? ok({ id: employer, revision: nextRevision(context) }) : written;
};
