import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { ruleOn, rulesFor, shippedPacks } from '#shared/domain/deadline/pack.ts';
import { limitTriggers, mayStart } from '#shared/domain/deadline/rule.ts';

const on = localDate('2026-05-18');

/** Every limit of the law as the office reads it: length, how sure it is ('default' is 默认值,待核). */
const nation = `
ARB.ACCEPT 5wd read · ARB.COPY_TO_RESP 5wd read · ARB.DEFENSE 10wd read · ARB.COUNTER_COPY 5wd read
ARB.COUNTERCLAIM_FILE =ARB.DEFENSE read · ARB.COUNTERCLAIM_DECIDE 5wd read · ARB.JURIS_OBJECT =ARB.DEFENSE read
ARB.PANEL 5wd read · ARB.RECUSE_FILE note read · ARB.RECUSE_DECIDE 3wd read · ARB.HEARING_NOTICE -5wd read
ARB.POSTPONE_REQ -3wd read · ARB.EVIDENCE set read · ARB.CLAIM_CHANGE =ARB.EVIDENCE read · ARB.LIMIT 45d certain
ARB.LIMIT_EXT 15d certain · ARB.MIGRANT_WAGE 30d read · ARB.COLL_NOTICE 5wd default · ARB.MED_ORG 10wd default
ARB.MED_PRE 15d read · ARB.REVIEW_FILE 15d default · ARB.REVIEW_DECIDE 5wd default · ARB.REVIEW_EXT 5wd default
ARB.REVOKE_NOTICE 5wd read · ARB.PUBLIC_SERVICE 30d read · ARB.LEAVE_POST 3wd read · ARB.SUE 15d read
ARB.SET_ASIDE 30d read · ARB.SUE_AFTER_SETASIDE 15d read · ARB.ENFORCE 2year default · ARB.LIMITATION 1year read
ARB.RETENTION_AWARD 10year read · ARB.RETENTION_OTHER 5year read
LSI.ACCEPT 5wd read · LSI.INVESTIGATE 60wd certain · LSI.INV_EXT 30wd certain · LSI.DECIDE 15wd default
LSI.DECIDE_EXT given default · LSI.PENALTY_90 90d read · LSI.PRESERVE 7wd certain · LSI.HEARING_ASK 5wd read
LSI.HEARING_NOTICE -7wd read · LSI.SERVE 7wd read · LSI.LIMITATION 2year read · LSI.CRIME_APPROVE 3d read
LSI.CRIME_SEND 24hour read · LSI.CRIME_PSB 3d read · LSI.CRIME_RECONSIDER 3d read · LSI.CRIME_HANDOVER 3d read
LSI.REVIEW 60d read · LSI.SUIT 6month default · LSI.COURT_ENF 3month read · LSI.URGE 10wd read
LSI.RECUSE 3wd default · LSI.RETENTION 3year default · LSI.LIST_OBJECT 5wd default · LSI.LIST_CHECK 5wd default
LSI.LIST_TERM 3year read · LSI.LIST_EARLY 6month default · LSI.LIST_REMOVE 15wd default
LSI.PUBLISH_OBJECT 15wd default · LSI.PUBLISH_CORRECT 10wd default`;

const zhejiang = `ARB.SIMPLE 30d read · ARB.PUBLIC_SERVICE_COLL 10d read · LSI.TELL_EXT 3wd read · LSI.REPORT_33 10wd read`;

const requests = `
REQ.REGISTER 1wd · REQ.REGISTER.URGENT 4working-hour · REQ.REVIEW 3wd · REQ.REVIEW.URGENT 1wd · REQ.MEND 5wd
REQ.ARB_INV 15wd · REQ.ARB_INV.QUERY 5wd · REQ.LSI 15wd · REQ.LSI_EXT 10wd · REQ.URGE.REMIND -3wd
REQ.URGE.HANDLER 1wd · REQ.URGE.HEAD 5wd · REQ.URGE.UPWARD 10wd · REQ.ARB_SERVE 10d · REQ.ARB_SERVE.RETURN 3wd
REQ.ARB_SERVE.HEARING -7wd · REQ.TRANSFER.SEND 5wd · REQ.TRANSFER.RECEIVE 5wd · REQ.CONSULT 5wd
REQ.COLLECT.FORWARD 0d · REQ.COLLECT.CONFIRM 1wd · REQ.JOINT.PRE 15d · REQ.JOINT.POST 10wd · REQ.JOINT.ANSWER 3wd
REQ.LSI_SERVE 5wd · REQ.FORWARD 2wd · REQ.FORWARD.TEN 1wd · REQ.FORWARD.FEEDBACK 5wd · REQ.BLACKLIST 3wd
REQ.BLACKLIST.REMOVAL 0d · REQ.BLACKLIST.LIFTED 3wd · REQ.QUARTER 15d · REQ.URGENT 0d`;

const units: Readonly<Record<string, string>> = { 'working-day': 'wd', 'calendar-day': 'd' };

function written(region: string, id: string, marked: boolean): string {
  const row = ruleOn(rulesFor(region), id, on);
  if (row === undefined) return `${id} missing`;
  const forms = { 'same-end': `=${row.sameEndAs}`, 'fixed-day': 'set', given: 'given', note: 'note' } as const;
  const amount = `${row.back ? '-' : ''}${row.amount}${units[row.unit] ?? row.unit}`;
  return `${id} ${row.form === undefined ? amount : forms[row.form]}${marked ? ` ${row.confidence}` : ''}`;
}

const linesOf = (text: string): readonly string[] => text.trim().split(/ · |\n/);
const idsOf = (text: string): readonly string[] => linesOf(text).map((line) => line.split(' ')[0] ?? '');

describe('every row of the packs', () => {
  it('of the nation is as the law has it, and there is none beside', () => {
    expect(idsOf(nation).map((id) => written('310118', id, true))).toEqual(linesOf(nation));
    const ids = new Set(shippedPacks.find((pack) => pack.id === 'CN')?.rows.map((row) => row.id));
    expect([...ids].toSorted()).toEqual([...idsOf(nation), ...idsOf(requests)].toSorted());
  });

  it('of requests is a default', () => {
    expect(idsOf(requests).map((id) => written('310118', id, false))).toEqual(linesOf(requests));
  });

  it('of Zhejiang counts there and nowhere else', () => {
    expect(idsOf(zhejiang).map((id) => written('330421', id, true))).toEqual(linesOf(zhejiang));
    expect(idsOf(zhejiang).map((id) => written('310118', id, true))).toEqual(
      idsOf(zhejiang).map((id) => `${id} missing`),
    );
  });

  it('calls registration for preservation by its name: inspectors may not seal', () => {
    expect(ruleOn(rulesFor('CN'), 'LSI.SEAL', on)).toBeUndefined();
    expect(ruleOn(rulesFor('33'), 'LSI.PRESERVE', on)?.basis.map(({ zh }) => zh)).toContain(
      '浙江省劳动保障监察条例第29条',
    );
  });

  it('starts at something the program can name, and ends the same day only as a row that is there', () => {
    const rows = shippedPacks.flatMap((pack) => pack.rows);
    expect(rows.filter((row) => !limitTriggers.includes(row.trigger))).toEqual([]);
    const ends = rows.flatMap((row) => (row.sameEndAs === undefined ? [] : [row]));
    for (const row of ends) {
      const other = ruleOn(rulesFor('CN'), row.sameEndAs ?? '', on);
      expect([row.amount, row.unit, row.roll]).toEqual([other?.amount, other?.unit, other?.roll]);
    }
    expect(ends.some(mayStart)).toBe(false);
  });
});
