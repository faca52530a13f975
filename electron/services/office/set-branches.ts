import type { WriteDb } from '#electron/store/db.ts';
import { writeSetting } from '#electron/store/tables/settings.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import { type Branch, checkBranches, withCodes } from '#shared/domain/numbering/branch.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { auditFact } from './audit-fact.ts';
import { officeSettingsChanged } from './facts.ts';
import { branchesOf } from './office-settings.ts';

type Input = HandlerInput<'office.setBranches'>;

function cleaned({ branches }: Input): Result<readonly Branch[], Failure> {
  const said: Branch[] = [];
  for (const branch of branches) {
    const clean = cleanTexts({ name: branch.name, word: branch.word }, { name: { max: 60 }, word: { max: 8 } });
    if (!clean.ok) return clean;
    said.push({ ...branch, ...clean.value.texts });
  }
  return ok(said);
}

const written = (branches: readonly Branch[]): string => canonicalJson(branches.map((branch) => ({ ...branch })));

function write(tx: WriteDb, context: OfficeContext, input: Input): Result<readonly Branch[], Failure> {
  const said = cleaned(input);
  if (!said.ok) return said;
  const before = branchesOf(tx);
  if (written(input.was) !== written(before)) return err(refused('branch.changed-meanwhile'));
  const fault = checkBranches(said.value, before);
  if (fault !== undefined) return err(badInput({ code: fault.code, field: `branches.${fault.at}` }));
  const branches = withCodes(said.value);
  if (input.branch !== '' && !branches.some(({ code, ended }) => code === input.branch && !ended)) {
    return err({ ...refused('branch.ended'), field: 'branch' });
  }
  writeSetting(tx, 'branch', input.branch);
  if (written(branches) === written(before)) return ok(branches);
  append(tx, context, [
    officeSettingsChanged(context.moment.today, { branches: branches.map((branch) => ({ ...branch })) }),
    auditFact(context, 'audit.settings', { about: 'branches' }),
  ]);
  return ok(branches);
}

/** Writes down the branches of the office as a fact with a line in the audit trail, and where this device stands. */
export const setBranches: Handler<'office.setBranches'> = (context, input) => {
  const kept = inOneTransaction(context, (tx) => write(tx, context, input));
  if (!kept.ok) return kept;
  return ok({ revision: nextRevision(context), branches: kept.value.map((branch) => ({ ...branch })) });
};
