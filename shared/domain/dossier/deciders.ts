import type { Bilingual, Confidence } from '../deadline/rule.ts';
import { awaitsDecision } from './channels.ts';
import type { DossierSide } from './dossier.ts';

/** Acts that need somebody's decision. */
export type DecidedAct = 'accept' | 'reject' | 'extend' | 'suspend' | 'close';

/** Who may decide an act, and by which law. */
export type Decider = {
  readonly who: Bilingual;
  readonly basis: Bilingual;
  readonly confidence: Confidence;
  /** The decision must be in writing and a paper of it kept. */
  readonly written: boolean;
};

const committee: Bilingual = { zh: '仲裁委员会（立案审批）', en: 'The committee (approval of filing)' };
const director: Bilingual = {
  zh: '仲裁委员会主任或其委托的仲裁院负责人',
  en: 'Director, or the head of the court he delegates',
};
const department: Bilingual = { zh: '劳动保障行政部门负责人', en: 'Head of the labour department' };
const law29: Bilingual = { zh: '劳动争议调解仲裁法第29条', en: 'Mediation and Arbitration Law art. 29' };
const rules = (article: string): Bilingual => ({
  zh: `办案规则第${article}条`,
  en: `Arbitration Rules art. ${article}`,
});
const regulation17: Bilingual = { zh: '劳动保障监察条例第17条', en: 'Inspection Regulation art. 17' };
/** Only Zhejiang lets an investigation be suspended; the national regulation has no such act. */
const zhejiang30: Bilingual = { zh: '浙江省劳动保障监察条例第30条', en: 'Zhejiang Inspection Regulation art. 30' };
const provisions = (article: string): Bilingual => ({
  zh: `实施监察条例若干规定第${article}条`,
  en: `Inspection Provisions art. ${article}`,
});
const archive: Bilingual = { zh: '结案审批表', en: 'Approval of closing' };

/** The act a way of closing is: a refusal at the window, or the end of a case. */
export function actOfClosing(type: string): 'reject' | 'close' {
  return /\.(?:rejected|redirected)$/.test(type) ? 'reject' : 'close';
}

/** What a decision that must be in writing still lacks: who decided, or the paper of it; null when nothing. */
export function lacksDecision(
  { written }: Pick<Decider, 'written'>,
  said: { readonly decidedBy: string; readonly paper: string },
): 'decidedBy' | 'paper' | null {
  if (!written) return null;
  if (said.decidedBy.trim() === '') return 'decidedBy';
  return said.paper.trim() === '' ? 'paper' : null;
}

/** The role matrix. */
export const deciders: Readonly<Record<DossierSide, Readonly<Record<DecidedAct, Decider>>>> = {
  arb: {
    accept: { who: committee, basis: law29, confidence: 'read', written: false },
    reject: { who: committee, basis: law29, confidence: 'read', written: true },
    extend: { who: director, basis: rules('45'), confidence: 'read', written: true },
    suspend: { who: director, basis: rules('47'), confidence: 'read', written: true },
    close: { who: director, basis: archive, confidence: 'default', written: true },
  },
  lsi: {
    accept: { who: department, basis: provisions('19'), confidence: 'default', written: true },
    reject: { who: department, basis: provisions('18'), confidence: 'default', written: true },
    extend: { who: department, basis: regulation17, confidence: 'certain', written: true },
    suspend: { who: department, basis: zhejiang30, confidence: 'default', written: true },
    close: { who: department, basis: archive, confidence: 'default', written: true },
  },
};

/**
 * Who decides on the acceptance of a file. An inspection somebody asked for is filed on the day the complaint is
 * accepted; the approval of filing (立案审批表) is of the other channels (实施监察条例若干规定19).
 */
export function acceptDecider({ side, channel }: { readonly side: DossierSide; readonly channel: string }): Decider {
  const { accept } = deciders[side];
  return side === 'lsi' && awaitsDecision(channel) ? { ...accept, written: false } : accept;
}
