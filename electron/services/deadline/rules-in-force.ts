import { createHash } from 'node:crypto';
import type { ReadDb } from '#electron/store/db.ts';
import { findLawChange, type LawChangeRow } from '#electron/store/tables/law-changes.ts';
import { changeInForce, type LawSlotRow, lawSlots } from '#electron/store/tables/law-slots.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { type OfficeRule, standingPlaces, withOfficeRules } from '#shared/domain/deadline/office-rule.ts';
import { type RuleSet, rulesFor } from '#shared/domain/deadline/pack.ts';
import { withPack } from '#shared/domain/deadline/pack-file/lay-pack.ts';
import type { PackFile } from '#shared/domain/deadline/pack-file/read-pack.ts';
import { shortChange } from './calendar-in-force.ts';

const ownSlots = 'rules/office/';

/** Slot of what the office decides of one row. */
export function ruleSlot(rule: string): string {
  return `${ownSlots}${rule}`;
}

/** What a confirmed change says of a row; undefined when it puts back what ships. */
function ruleOfContent(content: string): OfficeRule | undefined {
  // Written by `rule.propose` after its checks and by nothing else.
  return content === '' ? undefined : (JSON.parse(content) as OfficeRule);
}

/** Every change of a slot from the first one on that leads to `change`, which comes last; none for ''. */
function courseTo(db: ReadDb, change: string): readonly LawChangeRow[] {
  const course: LawChangeRow[] = [];
  for (let row = findLawChange(db, change); row !== undefined; row = findLawChange(db, row.base)) course.unshift(row);
  return course;
}

/** What the office decided of one row up to `change`, oldest first, whether it still stands or not; undefined puts back what ships. */
export function officeCourse(db: ReadDb, change: string): readonly (OfficeRule | undefined)[] {
  return courseTo(db, change).map(({ content }) => ruleOfContent(content));
}

/** A decision on one row with the change that holds it. */
type OfficeDecision = { readonly change: LawChangeRow; readonly said: OfficeRule };

/** What the office decided of one row, oldest first, as it stands once `change` is in force; nothing for ''. */
export function officeDecisions(db: ReadDb, change: string): readonly OfficeDecision[] {
  const course = courseTo(db, change);
  const standing = standingPlaces(course.map(({ content }) => ruleOfContent(content)));
  return standing.flatMap(({ said, place }, index) => {
    // The newest change decides what counts last, also when it puts back what an earlier one said.
    const held = index === standing.length - 1 ? course.at(-1) : course[place];
    return held === undefined ? [] : [{ change: held, said }];
  });
}

/** The rules this office would count by if, beside what lies beneath, only the decisions on one row up to `change` stood. */
export function rulesWith(db: ReadDb, change: string): RuleSet {
  const own = officeDecisions(db, change).map(({ said }) => said);
  return withOfficeRules(rulesBeneath(db), own, 'compared');
}

/** Slot of the file of rules in force here. */
export const packSlot = 'rules/pack';

/** What ships for this office's region: the nation's rows and the province's. */
export function shippedRules(db: ReadDb): RuleSet {
  return rulesFor(findOffice(db)?.region ?? '');
}

/** A file of rules as a confirmed change holds it: the rows that change something here, and who signed them. */
export type StoredPack = Omit<PackFile, 'v'> & {
  /** How many rows the file had, and how many of them were for other provinces. */
  readonly all: number;
  readonly elsewhere: number;
};

/** The file of rules a change holds; undefined when it puts back what ships. */
export function packOfContent(content: string): StoredPack | undefined {
  // Written by `pack.propose` after its checks and by nothing else.
  return content === '' ? undefined : (JSON.parse(content) as StoredPack);
}

/** What ships with the rows of one file of rules over it; `change` names the file. */
export function rulesWithPack(db: ReadDb, change: string): RuleSet {
  const shipped = shippedRules(db);
  const pack = packOfContent(findLawChange(db, change)?.content ?? '');
  return pack === undefined ? shipped : withPack(shipped, pack.rows, shortChange(change));
}

/** What the office's own rows lie over: what ships, with the file of rules in force over it. */
export function rulesBeneath(db: ReadDb): RuleSet {
  return rulesWithPack(db, changeInForce(db, packSlot));
}

/** The office's own rows over a file of rules over what ships; without own rows the file alone. */
function layered(db: ReadDb, slots: readonly LawSlotRow[], version: string): RuleSet {
  const own = slots.filter(({ slot }) => slot.startsWith(ownSlots));
  const beneath = rulesBeneath(db);
  const said = own.flatMap(({ change }) => officeDecisions(db, change).map((one) => one.said));
  return own.length === 0 ? beneath : withOfficeRules(beneath, said, version);
}

/** Rules put together lately, by id and version: a version names the confirmed entries the office's rows come from. */
const made = new Map<string, RuleSet>();
const keptSets = 8;

/**
 * The rules this office's own files are counted by: the nation's and the province's, over them a file of rules, and over
 * all of them the office's own.
 */
export function rulesInForce(db: ReadDb): RuleSet {
  const slots = lawSlots(db, 'rules/');
  if (slots.length === 0) return shippedRules(db);
  const shipped = shippedRules(db);
  const version = createHash('sha256')
    .update(slots.map(({ change }) => change).join())
    .digest('hex')
    .slice(0, 8);
  const key = `${shipped.id}@${shipped.version}+${version}`;
  const known = made.get(key) ?? layered(db, slots, version);
  made.delete(key);
  made.set(key, known);
  const oldest = made.size > keptSets ? made.keys().next().value : undefined;
  if (oldest !== undefined) made.delete(oldest);
  return known;
}
