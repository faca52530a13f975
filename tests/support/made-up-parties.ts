import type { CallInput } from '#shared/contract/contract.ts';
import { creditCodeCheck, organisationCodeCheck } from '#shared/domain/party/credit-code.ts';
import { residentIdCheckDigit } from '#shared/domain/party/identity-number.ts';

type PartyInput = CallInput<'dossier.receive'>['parties'][number];

/** A made-up identity number with a valid check digit: division, day of birth and a running number. */
export function madeUpId(region: string, birth: string, serial: number): string {
  const first17 = `${region}${birth}${String(serial).padStart(3, '0')}`;
  return first17 + residentIdCheckDigit(first17);
}

/** A made-up company code with both check characters valid. */
export function madeUpCreditCode(region: string, serial: number): string {
  const organisation = `MA${String(serial).padStart(6, '0')}`;
  const first17 = `91${region}${organisation}${organisationCodeCheck(organisation)}`;
  return first17 + creditCodeCheck(first17);
}

/** A made-up worker who applies. */
export function worker(name: string, serial = 1): PartyInput {
  const idNo = madeUpId('310118', '19850312', serial);
  return { role: 'applicant', type: 'person', name, idNo, phone: '13800000021', address: '青浦区某镇某路1号' };
}

/** A made-up employer against whom is applied. */
export function employer(name: string, serial = 1): PartyInput {
  const uscc = madeUpCreditCode('320509', serial);
  return { role: 'respondent', type: 'unit', name, idKind: 'none', uscc, legalRep: '陆某某' };
}
