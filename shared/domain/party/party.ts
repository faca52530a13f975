/** Part a person or unit plays in a dossier. A reporter (举报人) is kept secret (监察条例9): nothing that leaves names one. */
export const partyRoles = [
  'applicant',
  'respondent',
  'third',
  'complainant',
  'reporter',
  'employer',
  'worker',
  'representative',
  'agent',
  'witness',
] as const;

/** One of `partyRoles`. */
export type PartyRole = (typeof partyRoles)[number];

/** The roles as an office writes them. */
export const partyRoleNames: Readonly<Record<PartyRole, { readonly zh: string; readonly en: string }>> = {
  applicant: { zh: '申请人', en: 'Applicant' },
  respondent: { zh: '被申请人', en: 'Respondent' },
  third: { zh: '第三人', en: 'Third person' },
  complainant: { zh: '投诉人', en: 'Complainant' },
  reporter: { zh: '举报人', en: 'Reporter' },
  employer: { zh: '被投诉单位', en: 'Employer complained of' },
  worker: { zh: '涉及劳动者', en: 'Worker concerned' },
  representative: { zh: '代表人', en: 'Representative' },
  agent: { zh: '代理人', en: 'Agent' },
  witness: { zh: '证人', en: 'Witness' },
};

/** Roles a party may take in a dossier of each side. */
export const rolesOfSide: Readonly<Record<'arb' | 'lsi', readonly PartyRole[]>> = {
  arb: ['applicant', 'respondent', 'third', 'representative', 'agent', 'witness'],
  lsi: ['complainant', 'reporter', 'employer', 'worker', 'representative', 'agent', 'witness'],
};

/** A natural person or a unit (用人单位 and other bodies). */
export const partyTypes = ['person', 'unit'] as const;

/** One of `partyTypes`. */
export type PartyType = (typeof partyTypes)[number];

/** Kind of identity paper of a person. */
export const idKinds = ['resident', 'passport', 'hmt', 'foreign', 'military', 'none'] as const;

/** One of `idKinds`. */
export type IdKind = (typeof idKinds)[number];

/** The papers as an office writes them. */
export const idKindNames: Readonly<Record<IdKind, { readonly zh: string; readonly en: string }>> = {
  resident: { zh: '居民身份证', en: 'Resident identity card' },
  passport: { zh: '护照', en: 'Passport' },
  hmt: { zh: '港澳台居民居住证', en: 'Residence permit (Hong Kong, Macao, Taiwan)' },
  foreign: { zh: '外国人永久居留身份证', en: 'Permanent residence card' },
  military: { zh: '军官证', en: 'Military identity card' },
  none: { zh: '无', en: 'None' },
};

/** A party as it is stored: every text safe, every number normalised. Empty text means not known. */
export type Party = {
  readonly role: PartyRole;
  readonly type: PartyType;
  readonly name: string;
  readonly idKind: IdKind;
  readonly idNo: string;
  readonly uscc: string;
  readonly legalRep: string;
  readonly phone: string;
  readonly address: string;
};
