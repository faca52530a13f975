import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import { err } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import { rowDifferences } from '#shared/domain/deadline/pack-file/flat-rows.ts';
import { withPack } from '#shared/domain/deadline/pack-file/lay-pack.ts';
import type { Handler } from '../context.ts';
import { packSlot, rulesBeneath, shippedRules } from '../deadline/rules-in-force.ts';
import { proposeChange } from '../law/propose-change.ts';
import { badInput } from '../typed-text.ts';
import { signerOf } from './pack-view.ts';
import { readPackFile } from './read-pack-file.ts';

/** Proposes the rules of a file that has no fault; another person confirms them. */
export const proposePack: Handler<'pack.propose'> = (context, { file, reason, unknownSigner }) => {
  const { open } = context;
  const { db } = open.store;
  const read = readPackFile(open, file);
  if (!read.ok) return err(badInput({ code: 'pack.file-faulty', field: 'file' }));
  if (reason.trim() === '') return err(badInput({ code: 'rule.no-reason', field: 'reason' }));
  const signer = signerOf(open, read.value);
  if (signer === 'unknown' && !unknownSigner) return err(refused('pack.signer-unknown'));
  const after = withPack(shippedRules(db), read.value.rows, 'read');
  if (rowDifferences(rulesBeneath(db).rows, after.rows).length === 0) return err(refused('law.nothing-changes'));
  // Texts, numbers and flags only.
  const content = canonicalJson(read.value as unknown as JsonObject);
  return proposeChange(context, { slot: packSlot, content, reason });
};
