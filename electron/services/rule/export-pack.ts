import { findOffice } from '#electron/store/tables/office.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import { rowsToHandOut } from '#shared/domain/deadline/pack-file/lay-pack.ts';
import type { PackFile } from '#shared/domain/deadline/pack-file/read-pack.ts';
import { signDocument, writeDocument } from '#shared/protocol/signed-document.ts';
import type { Handler } from '../context.ts';
import { rulesInForce } from '../deadline/rules-in-force.ts';
import { cleanTexts } from '../typed-text.ts';
import { packPrefix } from './read-pack-file.ts';

/** The rules in force here as a file signed with the root key of the office, which partners know from its card. */
export const exportPack: Handler<'pack.export'> = ({ open, moment }, input) => {
  const { db } = open.store;
  const office = findOffice(db);
  if (!office) return err(notFound('office'));
  const clean = cleanTexts({ title: input.title }, { title: { max: 120 } });
  if (!clean.ok) return clean;
  const pack: PackFile = {
    ...{ v: 1, office: office.id, officeName: office.name, region: office.region },
    ...{ officeKey: open.keys.root.publicKey, made: moment.today, title: clean.value.texts.title },
    rows: rowsToHandOut(rulesInForce(db)),
  };
  // A row holds texts, numbers and flags only.
  const signed = signDocument(packPrefix, pack as unknown as JsonObject, open.suite.signing(open.keys.root));
  return ok({
    fileName: `${office.id}-${moment.today}.xieban-rules`,
    bytes: new TextEncoder().encode(writeDocument(packPrefix, signed)),
    rows: pack.rows.length,
  });
};
