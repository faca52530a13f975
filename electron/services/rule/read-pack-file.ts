import { findOffice } from '#electron/store/tables/office.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { changingRows } from '#shared/domain/deadline/pack-file/lay-pack.ts';
import type { PackFault } from '#shared/domain/deadline/pack-file/pack-fault.ts';
import { readPack } from '#shared/domain/deadline/pack-file/read-pack.ts';
import { parseCanonical } from '#shared/protocol/read-json.ts';
import { readDocument, signedBy } from '#shared/protocol/signed-document.ts';
import type { OpenOffice } from '../context.ts';
import { type StoredPack, shippedRules } from '../deadline/rules-in-force.ts';

/** The first line of a file of rules. */
export const packPrefix = 'xieban-rules-v1';

/** Characters read at most. */
const mostText = 900_000;

const ofFile = (code: PackFault['code']): Result<never, readonly PackFault[]> =>
  err([{ code, row: 0, id: '', key: '' }]);

/**
 * Reads a file of rules: its form, that the key it names signed it, and every row. The value holds the rows that change
 * something for this office. Whether the key belongs to anybody known here is not asked.
 */
export function readPackFile(open: OpenOffice, file: string): Result<StoredPack, readonly PackFault[]> {
  if (file.length > mostText) return ofFile('too-large');
  // A file carried by hand may have got the line ends of another system.
  const document = readDocument(packPrefix, file.replaceAll('\r\n', '\n'));
  const value = document.ok ? parseCanonical(document.value.text) : undefined;
  if (!document.ok || value === undefined) return ofFile('not-pack');
  const { officeKey } = value;
  if (typeof officeKey !== 'string' || !signedBy(packPrefix, document.value, officeKey, open.suite))
    return ofFile('bad-signature');
  const read = readPack(value);
  if (!read.ok) return read;
  const { v: _v, rows, ...head } = read.value;
  const region = findOffice(open.store.db)?.region ?? '';
  const elsewhere = rows.filter((row) => row.region !== 'CN' && row.region !== region.slice(0, 2)).length;
  const changing = changingRows(shippedRules(open.store.db), rows, region);
  return ok({ ...head, rows: changing, all: rows.length, elsewhere });
}
