import type { Bilingual } from '../../deadline/rule.ts';
import type { DossierSide, DossierStatus } from '../dossier.ts';

/** A place on the main line of a file, and what a list counts it as. */
type StageRow = { readonly name: Bilingual; readonly status: DossierStatus };

const row = (status: DossierStatus, zh: string, en: string): StageRow => ({ name: { zh, en }, status });

/** Main line of arbitration (调解仲裁法28至46), in order. */
const arb = {
  APPLIED: row('received', '收件', 'Received'),
  CORRECTION: row('received', '待补正', 'To be corrected'),
  PRE_MEDIATION: row('received', '先行调解', 'Mediation first'),
  ACCEPTED: row('accepted', '已受理', 'Accepted'),
  SERVING: row('accepted', '送达副本', 'Serving copies'),
  DEFENSE: row('accepted', '答辩举证', 'Defence'),
  PANEL_FORMED: row('accepted', '已组庭', 'Panel formed'),
  HEARING_SET: row('accepted', '待开庭', 'Hearing set'),
  IN_HEARING: row('accepted', '庭审', 'Hearing'),
  MEDIATING: row('accepted', '调解中', 'Mediating'),
  DELIBERATION: row('accepted', '评议', 'Deliberation'),
  AWARDED: row('accepted', '已裁决', 'Decided'),
  RESULT_SERVING: row('accepted', '结果送达', 'Serving the result'),
  REJECTED: row('closed', '不予受理', 'Not accepted'),
  NOT_MY_JURISDICTION: row('closed', '告知另行申请', 'Told to apply elsewhere'),
  CLOSED: row('closed', '已结案', 'Closed'),
  ARCHIVED: row('closed', '已归档', 'Archived'),
} as const;

/** Main line of labour inspection (监察条例14至18), in order. The last codes are those of arbitration. */
const lsi = {
  CLUE: row('received', '线索登记', 'Lead registered'),
  REVIEWING: row('received', '受理审查', 'Under review'),
  SUPPLEMENT: row('received', '待补正', 'To be completed'),
  FILED: row('accepted', '已立案', 'Filed'),
  INVESTIGATING: row('accepted', '调查检查', 'Investigation'),
  PROPOSED: row('accepted', '处理报批', 'Proposal'),
  NOTICE_HEARD: row('accepted', '告知听证', 'Notice and hearing'),
  LEGAL_REVIEW: row('accepted', '法制审核', 'Legal review'),
  DECIDED: row('accepted', '已决定', 'Decided'),
  SERVED: row('accepted', '已送达', 'Served'),
  ENFORCING: row('accepted', '履行执行', 'Enforcement'),
} as const;

const all = { ...arb, ...lsi } as const;

/** Code of a place on the main line. */
export type Stage = keyof typeof all;

// The keys of an object literal, in the order they are written.
const keysOf = <T extends object>(rows: T) => Object.keys(rows) as (keyof T)[];
const ends = ['REJECTED', 'NOT_MY_JURISDICTION', 'CLOSED', 'ARCHIVED'] as const;

/** The places of each side, in order. */
export const stagesOf: Readonly<Record<DossierSide, readonly Stage[]>> = {
  arb: keysOf(arb),
  lsi: [...keysOf(lsi), ...ends],
};

/** Places that are entered only when something is wanting or agreed: a line of stages shows them only while they last. */
const passing: ReadonlySet<Stage> = new Set([
  ...(['CORRECTION', 'PRE_MEDIATION', 'MEDIATING', 'SUPPLEMENT', 'REJECTED', 'NOT_MY_JURISDICTION'] as const),
]);

/** The places a screen shows for a file that stands at `now`, in order. */
export function lineOf(side: DossierSide, now: Stage): readonly Stage[] {
  const ended = now === 'REJECTED' || now === 'NOT_MY_JURISDICTION';
  return stagesOf[side].filter((stage) => stage === now || !(passing.has(stage) || (ended && stage === 'CLOSED')));
}

/** What a list counts a place as. */
export function statusOf(stage: Stage): DossierStatus {
  return all[stage].status;
}

/** The name of a place. */
export function stageName(stage: Stage): Bilingual {
  return all[stage].name;
}

/** Whether a stored code is one this version knows. */
export function isStage(code: string): code is Stage {
  return Object.hasOwn(all, code);
}

/** The later of two places on a side's line. */
export function laterStage(side: DossierSide, a: Stage, b: Stage): Stage {
  const line = stagesOf[side];
  return line.indexOf(a) >= line.indexOf(b) ? a : b;
}

const asides = {
  SUSPENDED: { zh: '中止审理', en: 'Suspended' },
  EXTENDED: { zh: '已延期', en: 'Extended' },
  SERVICE_BY_NOTICE: { zh: '公告送达中', en: 'Service by public notice' },
  JURISDICTION_OBJECTION: { zh: '管辖异议审查', en: 'Objection to jurisdiction' },
  DELEGATED: { zh: '委托调查未回', en: 'Delegation not back' },
  COUNTERCLAIM: { zh: '反申请待决定', en: 'Counterclaim to decide' },
  RECUSAL: { zh: '回避待决定', en: 'Recusal to decide' },
  SETTING_ASIDE: { zh: '撤销裁决审查中', en: 'Setting aside before the court' },
  INV_SUSPENDED: { zh: '中止调查', en: 'Investigation suspended' },
  INV_EXTENDED: { zh: '已延长调查', en: 'Investigation extended' },
  PRESERVED: { zh: '登记保存中', en: 'Evidence preserved' },
  CRIME: { zh: '涉嫌犯罪移送中', en: 'Being handed to the police' },
} as const;

/** Code of something that lasts beside the main line. */
export type Aside = keyof typeof asides;

/** The name of something that lasts beside the main line. */
export function asideName(aside: Aside): Bilingual {
  return asides[aside];
}

/** Whether a stored code is one this version knows. */
export function isAside(code: string): code is Aside {
  return Object.hasOwn(asides, code);
}

/** While one of these lasts the main line stands still. */
export const standstill: readonly Aside[] = ['SUSPENDED', 'INV_SUSPENDED'];
