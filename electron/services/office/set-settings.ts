import type { WriteDb } from '#electron/store/db.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { writeSetting } from '#electron/store/tables/settings.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import { type Failure, notFound } from '#shared/contract/failure.ts';
import type { NumberSeries } from '#shared/domain/numbering/default-templates.ts';
import { checkTemplate } from '#shared/domain/numbering/template.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { auditFact } from './audit-fact.ts';
import { officeSettingsChanged, seriesStarted } from './facts.ts';
import { officeSettings, screenSettings, templateFor } from './office-settings.ts';
import { type NewPattern, seriesBehind } from './series-behind.ts';

type Input = HandlerInput<'office.setSettings'>;
type Binding = Omit<Input, (typeof screenSettings)[number]>;

const templates: readonly (readonly [keyof Input, NumberSeries])[] = [
  ['windowNumber', 'window'],
  ['arbCaseNumber', 'arb-case'],
  ['lsiCaseNumber', 'lsi-case'],
  ['letterNumber', 'arb-letter'],
  ['orderNumber', 'lsi-order'],
  ['handleNumber', 'lsi-handle'],
  ['penaltyNumber', 'lsi-penalty'],
];

/** Series whose numbers files bear: a new pattern of theirs goes on behind those on record. */
const ofFiles: ReadonlySet<NumberSeries> = new Set(['window', 'arb-case', 'lsi-case']);

/** The settings that bind the office, templates checked: a paper must get a number of its own. */
function checked(input: Binding, region: string): Result<JsonObject, Failure> {
  const changed: Record<string, string | boolean> = {};
  for (const [field, series] of templates) {
    const value = input[field as keyof Binding];
    if (typeof value !== 'string') continue;
    const clean = cleanTexts({ [field]: value }, { [field]: { max: 120 } });
    if (!clean.ok) return clean;
    const pattern = clean.value.texts[field] ?? '';
    const usable = checkTemplate(templateFor(series, pattern, region));
    if (!usable.ok) return err(badInput({ code: usable.error.code, field }));
    changed[field] = pattern;
  }
  if (input.subNumbers !== undefined) changed['subNumbers'] = input.subNumbers;
  if (input.sealedScanRequired !== undefined) changed['sealedScanRequired'] = input.sealedScanRequired;
  return ok(changed);
}

function keepScreenSettings(tx: WriteDb, input: Input): void {
  for (const key of screenSettings) {
    const value = input[key];
    if (value !== undefined) writeSetting(tx, key, String(value));
  }
}

/** Only what differs from what is in force: a fact that changes nothing is none. */
function differing(tx: WriteDb, wanted: JsonObject): JsonObject {
  const now: Readonly<Record<string, unknown>> = officeSettings(tx);
  return Object.fromEntries(Object.entries(wanted).filter(([key, value]) => now[key] !== value));
}

/** The patterns for numbers of files among what changes. */
function newPatterns(changed: JsonObject): readonly NewPattern[] {
  return templates.flatMap(([field, series]) => {
    const pattern = changed[field];
    return !ofFiles.has(series) || typeof pattern !== 'string' ? [] : [{ series, pattern }];
  });
}

function write(tx: WriteDb, context: OfficeContext, input: Input): Result<undefined, Failure> {
  const office = findOffice(tx);
  if (!office) return err(notFound('office'));
  const wanted = checked(input, office.region);
  if (!wanted.ok) return wanted;
  keepScreenSettings(tx, input);
  const changed = differing(tx, wanted.value);
  const about = Object.keys(changed).join(', ');
  if (about === '') return ok(undefined);
  const behind = seriesBehind(tx, office.region, newPatterns(changed));
  const { today } = context.moment;
  append(tx, context, [
    officeSettingsChanged(today, changed),
    ...seriesStarted(today, behind),
    auditFact(context, 'audit.settings', { about }),
  ]);
  return ok(undefined);
}

/** Changes settings: those of the office as facts with a line in the audit trail, those of the screen on this device. */
export const setSettings: Handler<'office.setSettings'> = (context, input) => {
  const written = inOneTransaction(context, (tx) => write(tx, context, input));
  return written.ok ? ok({ revision: nextRevision(context) }) : written;
};
