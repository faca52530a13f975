import type { LocalDate } from '#shared/base/local-date.ts';
import type { DossierSide } from '../dossier/dossier.ts';
import { hasPersonalNumber } from '../masking/has-personal-number.ts';
import { checkCreditCode } from '../party/credit-code.ts';
import { type IdKind, type Party, type PartyRole, partyRoleNames, rolesOfSide } from '../party/party.ts';
import { readParty } from '../party/read-party.ts';
import type { Columns } from './column-proposal.ts';
import type { Issues } from './issue.ts';
import { columnOf, type ReadRow, textIn } from './read-row.ts';

type Of = { readonly side: DossierSide; readonly columns: Columns; readonly today: LocalDate; readonly issues: Issues };

const roles = {
  arb: { applicant: 'applicant', respondent: 'respondent', third: 'third', agent: 'agent' },
  lsi: { applicant: 'complainant', respondent: 'employer', third: 'worker', agent: 'agent' },
} as const;

/** How the name of a unit ends. */
const unitEnd =
  /(?:公司|企业|厂|店|铺|中心|集团|事务所|学校|学院|大学|医院|诊所|卫生院|局|院|社|部|行|馆|站|所|委员会|合作社|工作室|俱乐部|协会|基金会|幼儿园|公寓|酒店|饭店|餐厅|超市|商行|个体户|有限合伙)(?:\(.*\))?$/;

function isUnit(name: string, code: string, usual: boolean): boolean {
  if (checkCreditCode(code).length === 0 && code !== '') return true;
  if (unitEnd.test(name.normalize('NFKC'))) return true;
  return usual && Array.from(name).length > 4;
}

function idKindOf(idNo: string): IdKind {
  if (/^8[123]\d{15}[\dX]$/.test(idNo)) return 'hmt';
  return /^[A-Z]{1,2}\d{6,9}$/.test(idNo) ? 'passport' : 'resident';
}

const between = /[、，,；;/\n]+/;

/** The names of one cell. Blanks separate nothing: names of units hold them. */
function namesIn(text: string): readonly string[] {
  return text
    .split(between)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

const collective = /等\s*[\d一二三四五六七八九十百]*\s*(?:人|名)|等$/;

type Named = { readonly role: PartyRole; readonly field: string; readonly unit: boolean } & Partial<
  Record<'number' | 'phone' | 'address' | 'head', string>
>;

const empty = { idNo: '', uscc: '', legalRep: '', phone: '', address: '' } as const;

function partyOf(of: Of, row: ReadRow, name: string, said: Named): Party | undefined {
  const { number = '', phone = '', address = '', head = '' } = said;
  const unit = isUnit(name, number, said.unit);
  const numbers = unit ? { uscc: number, idKind: 'none' as const } : { idNo: number, idKind: idKindOf(number) };
  const typed: Party = {
    ...{ ...empty, role: said.role, type: unit ? 'unit' : 'person', name, phone, address },
    ...{ ...numbers, legalRep: unit ? head : '' },
  };
  const column = columnOf(of.columns, said.field);
  if (collective.test(name)) of.issues.add({ line: row.line, column, code: 'import.party-collective', bad: false });
  if (hasPersonalNumber(name)) {
    of.issues.add({ line: row.line, column, code: 'import.number-of-a-person', bad: false });
  }
  const read = readParty(typed, of.today);
  if (!read.ok) {
    of.issues.add({ line: row.line, column, code: read.error.code, bad: true });
    return undefined;
  }
  for (const { code, facts } of read.value.warnings) {
    of.issues.add({ line: row.line, column, code, bad: false, ...(facts ? { facts } : {}) });
  }
  return read.value.party;
}

function partiesIn(of: Of, row: ReadRow, said: Named): readonly Party[] {
  const names = namesIn(textIn(row, said.field));
  const numbers = namesIn(said.number ?? '');
  if (names.length > 1 && numbers.length > 0 && numbers.length !== names.length) {
    const column = columnOf(of.columns, said.field);
    of.issues.add({ line: row.line, column, code: 'import.names-and-numbers', bad: true });
  }
  return names.flatMap((name, at) => partyOf(of, row, name, { ...said, number: numbers[at] ?? '' }) ?? []);
}

/** The part a table names in words, such as 被申请人; undefined when it is none of this side's. */
function roleNamed(side: DossierSide, text: string): PartyRole | undefined {
  const word = text.normalize('NFKC').trim();
  const named = rolesOfSide[side].find((role) => partyRoleNames[role].zh === word);
  if (named !== undefined) return named;
  const { applicant, respondent, third } = roles[side];
  if (/^(?:申请人|申诉人|投诉人|原告)/.test(word)) return applicant;
  if (/^(?:被|用人单位)/.test(word)) return respondent;
  return word.startsWith('第三人') ? third : undefined;
}

function namedApart(of: Of, row: ReadRow): readonly Party[] {
  if (textIn(row, 'partyName') === '') return [];
  const role = roleNamed(of.side, textIn(row, 'partyRole'));
  if (role === undefined) {
    of.issues.add({
      line: row.line,
      column: columnOf(of.columns, 'partyRole'),
      code: 'import.role-unknown',
      bad: true,
    });
    return [];
  }
  const unit = role === roles[of.side].respondent;
  return partiesIn(of, row, { role, field: 'partyName', unit, number: textIn(row, 'partyNo') });
}

/** The parties the lines of one file name, each once. */
export function readImportParties(of: Of, rows: readonly ReadRow[]): readonly Party[] {
  const own = roles[of.side];
  const found = rows.flatMap((row) => {
    const text = (field: string): string => textIn(row, field);
    return [
      ...partiesIn(of, row, {
        ...{ role: own.applicant, field: 'applicant', unit: false, number: text('applicantId') },
        ...{ phone: text('applicantPhone'), address: text('applicantAddress') },
      }),
      ...partiesIn(of, row, {
        ...{ role: own.respondent, field: 'respondent', unit: true, number: text('respondentCode') },
        ...{ phone: text('respondentPhone'), address: text('respondentAddress'), head: text('respondentHead') },
      }),
      ...partiesIn(of, row, { role: own.third, field: 'third', unit: false }),
      ...partiesIn(of, row, { role: own.agent, field: 'agent', unit: false }),
      ...namedApart(of, row),
    ];
  });
  const once = new Map(found.map((party) => [`${party.role}\n${party.name}\n${party.idNo}${party.uscc}`, party]));
  return [...once.values()];
}
