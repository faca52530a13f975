import { err, ok, type Result } from '#shared/base/result.ts';
import type { YearFault, YearFaultCode } from './year-fault.ts';

/** The fields of a year file as they were found; nothing but the outer form is checked. */
type YearFields = {
  readonly year?: unknown;
  readonly holidays?: Readonly<Record<string, unknown>>;
  readonly workdays?: Readonly<Record<string, unknown>>;
  readonly source?: unknown;
  readonly issued?: unknown;
};

/** A year file taken apart. */
export type ReadYearText = {
  readonly value: YearFields;
  /** Line of a key, from 1; 0 when it is nowhere. */
  readonly lineOf: (key: string) => number;
  /** How often each date stands in the file as a key: JSON itself keeps the last and says nothing. */
  readonly dateKeys: ReadonlyMap<string, number>;
};

/** Characters a year file may have, which is many times what a year needs. */
const longest = 65_536;
const known = ['year', 'holidays', 'workdays', 'source', 'issued'] as const;
/** Control and formatting characters that show as nothing or turn the reading direction; line ends and tabs are fine. */
const unseen = /[^\P{C}\n\r\t]/u;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const hasUnseen = (value: unknown): boolean =>
  typeof value === 'string' ? unseen.test(value) : isRecord(value) && Object.values(value).some(hasUnseen);

/** Takes a year file apart; what is wrong with its form is told by key and line. */
export function readYearText(file: string): Result<ReadYearText, readonly YearFault[]> {
  const whole = (code: YearFaultCode): Result<never, readonly YearFault[]> => err([{ code, key: '', line: 0 }]);
  if (file.length > longest) return whole('too-large');
  // Windows editors begin a file with a byte order mark.
  const text = file.startsWith('\ufeff') ? file.slice(1) : file;
  const lines = text.split('\n');
  const bad = lines.findIndex((line) => unseen.test(line));
  if (bad >= 0) return err([{ code: 'control-character', key: '', line: bad + 1 }]);
  const value = parsed(text);
  if (value === undefined) return whole('not-json');
  if (!isRecord(value)) return whole('not-object');
  const lineOf = (key: string): number => lines.findIndex((line) => line.includes(`"${key}"`)) + 1;
  const note = (code: YearFaultCode, key: string): YearFault => ({ code, key, line: lineOf(key) });
  const names: readonly string[] = known;
  const faults: YearFault[] = [
    ...Object.keys(value)
      .filter((key) => !names.includes(key))
      .map((key) => note('key-unknown', key)),
    ...names.filter((key) => !Object.hasOwn(value, key)).map((key) => note('key-missing', key)),
    ...['holidays', 'workdays']
      .filter((key) => Object.hasOwn(value, key) && !isRecord(value[key]))
      .map((key) => note('not-object', key)),
    ...names.filter((key) => hasUnseen(value[key])).map((key) => note('control-character', key)),
  ];
  if (faults.length > 0) return err(faults);
  const dateKeys = new Map<string, number>();
  for (const [, key = ''] of text.matchAll(/"(\d{4}-\d{2}-\d{2})"\s*:/g))
    dateKeys.set(key, (dateKeys.get(key) ?? 0) + 1);
  const twice = known.filter((key) => [...text.matchAll(new RegExp(`"${key}"\\s*:`, 'g'))].length > 1);
  if (twice.length > 0) return err(twice.map((key) => note('twice', key)));
  return ok({ value, lineOf, dateKeys });
}
