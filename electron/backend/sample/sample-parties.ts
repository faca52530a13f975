import type { CallInput } from '#shared/contract/contract.ts';

/** A party as the window writes it down. */
export type SampleParty = CallInput<'dossier.receive'>['parties'][number];

type Role = SampleParty['role'];

/** Identity numbers nobody bears: the running number 000 is never given. Their check digits are right. */
const idNumbers = [
  ...['310118198802140004', '310118199109060000', '320509197905230005', '320509199501170009', '31011819831130000X'],
  ...['330421197608080005', '34128219990312000X', '310118198706190001', '320583199207250001', '411524198110150002'],
  ...['310118199704030009', '320509198509280005', '310118197402160001', '310118199305110001', '320509199008300009'],
  ...['320509198612070006', '310118199601200001', '330421197807140007', '341282198910050009', '310118199402260001'],
  ...['320583198203180005', '411524199806090006', '310118197711220004', '32050919840403000X', '310118199508160009'],
] as const;

/** Credit codes of units that do not exist; both check characters are right. */
const creditCodes = [
  ...['91320509MA0000015F', '91310118MA0000023J', '91320509MA00000315', '91310118MA000004X5', '91320509MA0000058W'],
  ...['91310118MA00000660', '91320509MA0000074J', '91310118MA0000082M', '91320509MA00000908', '91310118MA00001036'],
  ...['91320509MA0000111Q', '91310118MA000012XQ', '91320509MA0000138G', '91310118MA0000146K', '91320509MA00001546'],
] as const;

/** A made-up person with the number at `index`. */
export function person(role: Role, name: string, index: number, address = '青浦区样例新村 8 号'): SampleParty {
  const phone = `138000000${String(index).padStart(2, '0')}`;
  return { role, type: 'person', name, idNo: idNumbers[index] ?? '', phone, address };
}

/** A made-up unit with the code at `index`. */
export function unit(role: Role, name: string, index: number, address = '吴江区样例大道 66 号'): SampleParty {
  const uscc = creditCodes[index] ?? '';
  return { role, type: 'unit', name, idKind: 'none', uscc, legalRep: '法样人', phone: '0512-00000066', address };
}

const given = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '东', '南'];

/** A dozen workers of one employer who apply together. */
export function dozenWorkers(firstIndex: number): readonly SampleParty[] {
  return given.map((name, index) => person('applicant', `工样${name}`, firstIndex + index, '青浦区样例工人公寓'));
}
