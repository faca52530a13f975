import type { Json, JsonObject } from '#shared/base/canonical-json.ts';
import { type OfficeId, parseOfficeId } from '#shared/base/ids.ts';
import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { shippedPacks } from '../pack.ts';
import type { LimitRule } from '../rule.ts';
import { contradictions } from './contradictions.ts';
import type { PackFault, PackFaultCode } from './pack-fault.ts';
import { rowFaults } from './row-shape.ts';

/** A set of rules as one office hands it to another, signed by the root key of the office. */
export type PackFile = {
  readonly v: 1;
  readonly office: OfficeId;
  readonly officeName: string;
  /** base64url of the office's root key, as on its card. */
  readonly officeKey: string;
  /** Division code of the office. */
  readonly region: string;
  readonly made: LocalDate;
  /** What it is, in the words of whoever made it; may be empty. */
  readonly title: string;
  readonly rows: readonly LimitRule[];
};

/** Rows a file may have at most; what ships has about a hundred and fifty. */
export const mostRows = 1000;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText =
  (form: RegExp) =>
  (value: Json): boolean =>
    typeof value === 'string' && form.test(value);

const head: Readonly<Record<string, (value: Json) => boolean>> = {
  v: (value) => value === 1,
  office: (value) => typeof value === 'string' && parseOfficeId(value) !== undefined,
  officeName: isText(/^\P{Cc}{1,200}$/u),
  officeKey: isText(/^[A-Za-z0-9_-]{43,44}$/),
  region: isText(/^\d{6}$/),
  made: (value) => typeof value === 'string' && parseLocalDate(value) !== undefined,
  title: isText(/^\P{Cc}{0,120}$/u),
  rows: (value) => Array.isArray(value),
};

const ofFile = (code: PackFaultCode, key: string): PackFault => ({ code, row: 0, id: '', key });

function headFaults(value: JsonObject): readonly PackFault[] {
  const version = value['v'];
  if (typeof version === 'number' && version > 1) return [ofFile('newer', 'v')];
  const missing = Object.keys(head).filter((key) => !Object.hasOwn(value, key));
  const wrong = Object.entries(value).flatMap(([key, held]) => {
    if (!Object.hasOwn(head, key)) return [ofFile('key-unknown', key)];
    return head[key]?.(held) === true ? [] : [ofFile('bad-value', key)];
  });
  return [...missing.map((key) => ofFile('key-missing', key)), ...wrong];
}

const shippedIds: ReadonlySet<string> = new Set(shippedPacks.flatMap(({ rows }) => rows.map(({ id }) => id)));

/** Faults told of a row that is no object: its number is all there is to name it. */
function readRow(value: Json, row: number): { readonly faults: readonly PackFault[]; readonly rule?: LimitRule } {
  if (!isObject(value)) return { faults: [{ code: 'bad-value', row, id: '', key: '' }] };
  const said = value['id'];
  const id = typeof said === 'string' ? said.slice(0, 50) : '';
  const faults = rowFaults(value).map(({ code, key }) => ({ code, row, id, key: key.slice(0, 50) }));
  // Every field was checked to be what the type says, and there are no others.
  return faults.length > 0 ? { faults } : { faults, rule: value as unknown as LimitRule };
}

/**
 * Reads the value of a file of rules, whatever it holds: everything wrong with it is told at once with its row. Rows are
 * held against each other only when each is sound by itself.
 */
export function readPack(value: JsonObject): Result<PackFile, readonly PackFault[]> {
  const wrong = headFaults(value);
  const rows = value['rows'];
  if (wrong.length > 0 || !Array.isArray(rows)) return err(wrong);
  if (rows.length === 0) return err([ofFile('no-rows', 'rows')]);
  if (rows.length > mostRows) return err([ofFile('too-many', 'rows')]);
  const read = rows.map((row: Json, index) => ({ ...readRow(row, index + 1), row: index + 1 }));
  const faults = read.flatMap((one) => one.faults);
  if (faults.length > 0) return err(faults);
  const sound = read.flatMap(({ rule, row }) => (rule === undefined ? [] : [{ rule, row }]));
  const against = contradictions(sound, shippedIds);
  if (against.length > 0) return err(against);
  // The head was checked field by field.
  return ok(value as unknown as PackFile);
}
