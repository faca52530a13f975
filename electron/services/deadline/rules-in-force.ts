import { createHash } from 'node:crypto';
import type { ReadDb } from '#electron/store/db.ts';
import { findLawChange } from '#electron/store/tables/law-changes.ts';
import { lawSlots } from '#electron/store/tables/law-slots.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { type OfficeRule, withOfficeRules } from '#shared/domain/deadline/office-rule.ts';
import { type RuleSet, rulesFor } from '#shared/domain/deadline/pack.ts';

const ownSlots = 'rules/office/';

/** Slot of what the office decides of one row. */
export function ruleSlot(rule: string): string {
  return `${ownSlots}${rule}`;
}

/** What a confirmed change says of a row; undefined when it puts back what ships. */
export function ruleOfContent(content: string): OfficeRule | undefined {
  // Written by `rule.propose` after its checks and by nothing else.
  return content === '' ? undefined : (JSON.parse(content) as OfficeRule);
}

/** What ships for this office's region: the nation's rows and the province's. */
export function shippedRules(db: ReadDb): RuleSet {
  return rulesFor(findOffice(db)?.region ?? '');
}

/** Rules put together lately, by id and version: a version names the confirmed entries the office's rows come from. */
const made = new Map<string, RuleSet>();
const keptSets = 8;

/** The rules this office's own files are counted by: the nation's, the province's, and over them the office's own. */
export function rulesInForce(db: ReadDb): RuleSet {
  const shipped = shippedRules(db);
  const slots = lawSlots(db, ownSlots);
  if (slots.length === 0) return shipped;
  const version = createHash('sha256')
    .update(slots.map(({ change }) => change).join())
    .digest('hex')
    .slice(0, 8);
  const key = `${shipped.id}@${shipped.version}+${version}`;
  const known =
    made.get(key) ??
    withOfficeRules(
      shipped,
      slots.flatMap(({ change }) => ruleOfContent(findLawChange(db, change)?.content ?? '') ?? []),
      version,
    );
  made.delete(key);
  made.set(key, known);
  const oldest = made.size > keptSets ? made.keys().next().value : undefined;
  if (oldest !== undefined) made.delete(oldest);
  return known;
}
