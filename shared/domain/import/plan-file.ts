import type { UserId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { channels } from '../dossier/channels.ts';
import type { DossierSide } from '../dossier/dossier.ts';
import { accept, type DossierNow, receive, step } from '../dossier/lifecycle.ts';
import { dossierTexts } from '../dossier/text-shapes.ts';
import { hasPersonalNumber } from '../masking/has-personal-number.ts';
import { normaliseNumber } from '../numbering/normalise-number.ts';
import { readTexts } from '../party/read-texts.ts';
import type { Issue, Issues } from './issue.ts';
import { gatherIssues } from './issue.ts';
import type { ImportOffice, ImportSetting, PlannedAct, PlannedFile } from './planned-file.ts';
import { readActs, type SaidAct } from './read-acts.ts';
import { readImportClaims } from './read-claims.ts';
import { readImportParties } from './read-parties.ts';
import { columnOf, dayIn, type ReadRow, textIn } from './read-row.ts';

type Of = {
  readonly setting: ImportSetting;
  readonly office: ImportOffice;
  readonly rows: readonly ReadRow[];
  readonly first: ReadRow;
  readonly issues: Issues;
};

/** What the lines of one file come to: the file when nothing is wrong, and everything found. */
export type FilePlan = { readonly file: PlannedFile | undefined; readonly issues: readonly Issue[] };

function bad(of: Of, field: string, code: string, line = of.first.line): undefined {
  of.issues.add({ line, column: columnOf(of.setting.columns, field), code, bad: true });
}

/** What every line of a file says alike; a line that says something else is told. */
function ofFile(of: Of, field: string): string {
  const said = of.rows.find((row) => textIn(row, field) !== '');
  const value = said === undefined ? '' : textIn(said, field);
  const compared = field.endsWith('No') ? normaliseNumber : (text: string): string => text;
  for (const row of of.rows) {
    const text = textIn(row, field);
    if (text !== '' && compared(text) !== compared(value)) bad(of, field, 'import.lines-differ', row.line);
  }
  return value;
}

function dayOfFile(of: Of, field: string): LocalDate | undefined {
  const text = ofFile(of, field);
  // A field of this kind was read as a day before.
  return text === '' ? undefined : (text as LocalDate);
}

function sideOf(of: Of): DossierSide | undefined {
  const word = ofFile(of, 'side');
  const side =
    word === '' ? of.setting.side : /监察|投诉|举报/.test(word) ? 'lsi' : /仲裁|争议/.test(word) ? 'arb' : undefined;
  if (side === undefined) return bad(of, 'side', 'import.side-unknown');
  const own = of.office.side;
  const ours = own === 'both' || own === (side === 'arb' ? 'arbitration' : 'inspection');
  return ours ? side : bad(of, 'side', 'dossier.side-not-ours');
}

function channelOf(of: Of, side: DossierSide): string {
  const word = ofFile(of, 'channel');
  if (word === '') return 'window';
  const known = channels.find(({ zh, code, sides }) => sides.includes(side) && (zh === word || code === word));
  if (known === undefined) bad(of, 'channel', 'import.channel-unknown');
  return known?.code ?? 'window';
}

function handlerOf(of: Of): UserId | null {
  const name = ofFile(of, 'handler').replaceAll(/\s/g, '');
  if (name === '') return null;
  const fit = of.office.people.filter((person) => person.name.replaceAll(/\s/g, '') === name);
  if (fit.length === 1) return fit[0]?.id ?? null;
  bad(of, 'handler', fit.length === 0 ? 'import.handler-unknown' : 'import.handler-twice');
  return null;
}

function textsOf(of: Of): { readonly cause: string; readonly summary: string } {
  const summaries = [...new Set(of.rows.map((row) => textIn(row, 'summary')))].filter((text) => text !== '');
  const typed = { cause: ofFile(of, 'cause'), summary: summaries.join('\n') };
  if (hasPersonalNumber(typed.cause)) bad(of, 'cause', 'import.number-of-a-person');
  const read = readTexts(typed, { cause: dossierTexts.cause, summary: dossierTexts.summary });
  if (read.ok) return { ...typed, ...read.value.texts };
  bad(of, read.error.field, read.error.code);
  return typed;
}

/** The limit of the case, which counting anew and leaving a period out are about. */
const limits = { arb: 'ARB.LIMIT', lsi: 'LSI.INVESTIGATE' } as const;

function takeAct(
  of: Of,
  now: DossierNow,
  act: SaidAct,
): { readonly now: DossierNow; readonly act: PlannedAct } | undefined {
  const { on, line, field, said } = act;
  if (!('code' in said)) {
    if (on > of.office.today) return bad(of, field, 'clock.in-future', line);
    return { now, act: { kind: 'clock', on, rule: limits[now.side], event: said, line, field } };
  }
  const next = step(now, said, of.office.today);
  if (!next.ok) return bad(of, field, next.error.code, line);
  const taken = { kind: 'step', step: said, clocks: next.value.clocks, line, field } as const;
  return { now: { ...now, steps: [...now.steps, said] }, act: taken };
}

type Life = Pick<PlannedFile, 'receivedOn' | 'clocks' | 'acts'>;

function lifeOf(
  of: Of,
  side: DossierSide,
  channel: string,
  said: readonly SaidAct[],
  parties: PlannedFile['parties'],
): Life | undefined {
  const { today, region, rules } = of.office;
  const on = dayOfFile(of, 'receivedOn');
  if (on === undefined) return bad(of, 'receivedOn', 'import.received-missing');
  const received = receive({ side, channel, on }, today);
  if (!received.ok) return bad(of, 'receivedOn', received.error.code);
  const known = new Set(rules);
  let now: DossierNow = {
    ...{ side, channel, region, limits: [], hasRule: (rule: string) => known.has(rule) },
    parties: parties.map(({ role, type }, at) => ({ id: String(at), role, type })),
    steps: [{ code: `${side}.receive`, on }],
  };
  const acts: PlannedAct[] = [];
  const acceptedOn = dayOfFile(of, 'acceptedOn');
  if (acceptedOn !== undefined) {
    const accepted = accept(now, acceptedOn, today);
    if (!accepted.ok) return bad(of, 'acceptedOn', accepted.error.code);
    const at = { line: of.first.line, field: 'acceptedOn' };
    acts.push({ kind: 'accept', on: acceptedOn, clocks: accepted.value.clocks, ...at });
    now = { ...now, steps: [...now.steps, { code: `${side}.accept`, on: acceptedOn }] };
  }
  for (const act of said) {
    if (acceptedOn === undefined) return bad(of, act.field, 'import.clock-before-acceptance', act.line);
    const taken = takeAct(of, now, act);
    if (taken === undefined) return undefined;
    acts.push(taken.act);
    now = taken.now;
  }
  return { receivedOn: on, clocks: received.value.clocks, acts };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

function numbersOf(of: Of, accepted: boolean): Pick<PlannedFile, 'windowNo' | 'caseNo'> {
  const caseNo = oneLine(ofFile(of, 'caseNo'));
  const windowNo = oneLine(ofFile(of, 'windowNo'));
  if (accepted && caseNo === '') bad(of, 'caseNo', 'import.case-number-missing');
  if (!accepted && caseNo !== '') bad(of, 'acceptedOn', 'import.accepted-missing');
  if ([caseNo, windowNo].some((number) => Array.from(number).length > 60)) bad(of, 'caseNo', 'import.number-too-long');
  // Numbers stand in the signed part of a fact, where nothing is ever erased, and in every list.
  if (hasPersonalNumber(caseNo)) bad(of, 'caseNo', 'import.number-of-a-person');
  if (hasPersonalNumber(windowNo)) bad(of, 'windowNo', 'import.number-of-a-person');
  return { caseNo, windowNo };
}

/** Plans one file from its lines: everything is read and held against the law, nothing is written. */
export function planFile(
  setting: ImportSetting,
  office: ImportOffice,
  rows: readonly ReadRow[],
  found: Issues = gatherIssues(),
): FilePlan {
  const [first] = rows;
  if (first === undefined) return { file: undefined, issues: [] };
  const of: Of = { setting, office, rows, first, issues: found };
  const closed = rows.some((row) => dayIn(row, 'closedOn') !== undefined);
  if (closed) {
    bad(of, 'closedOn', 'import.closed-file');
    return { file: undefined, issues: found.all() };
  }
  const side = sideOf(of);
  if (side === undefined) return { file: undefined, issues: found.all() };
  const channel = channelOf(of, side);
  const reading = { side, columns: setting.columns, today: office.today, issues: found };
  const parties = readImportParties(reading, rows);
  if (parties.length === 0) bad(of, 'applicant', 'import.no-party');
  const claims = readImportClaims(reading, rows);
  const life = lifeOf(of, side, channel, readActs(reading, rows), parties);
  const numbers = numbersOf(of, dayOfFile(of, 'acceptedOn') !== undefined);
  const rest = { handler: handlerOf(of), ...textsOf(of) };
  const fit = life !== undefined && !found.bad();
  const file = fit
    ? { line: first.line, lines: rows.length, side, channel, parties, claims, ...numbers, ...rest, ...life }
    : undefined;
  return { file, issues: found.all() };
}
