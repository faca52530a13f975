import type { CallInput } from '#shared/contract/contract.ts';
import type { Desk } from '#shared/contract/desk.ts';
import { officeIdField } from '#shared/contract/fields.ts';

/** One part in the way of a letter: 拟稿, 审核, 签发, 用印. */
export type Part = 'clerk' | 'examiner' | 'head' | 'sealer';

/** Roles of the person who plays a part. */
export const rolesOfPart: Readonly<Record<Part, CallInput<'person.add'>['roles']>> = {
  clerk: ['clerk'],
  examiner: ['arbitrator', 'inspector'],
  head: ['head'],
  sealer: ['seal'],
};

/** A person of a sample office. */
export type SamplePerson = { readonly name: string; readonly cardNo: string; readonly phone: string };

/** A sample office before it is set up. */
export type OfficePlan = {
  readonly setUp: CallInput<'session.create'>;
  readonly about: CallInput<'office.amend'>;
  readonly people: Readonly<Record<Part, SamplePerson>>;
};

const qingpu = '上海市青浦区人力资源和社会保障局（样例）';
const wujiang = '苏州市吴江区人力资源和社会保障局（样例）';

/**
 * After the first case under the four places' agreement of September 2019: a worker who lives in Qingpu and was employed
 * in Wujiang filed at Qingpu's window in fifteen minutes. The bureaus stand for their court of arbitration and their
 * inspection brigade. The people are made up, and so are all numbers.
 */
export const officePlans: Readonly<Record<Desk, OfficePlan>> = {
  own: {
    setUp: {
      ...{ office: officeIdField.parse('sample-qingpu'), name: qingpu, region: '310118' },
      ...{ side: 'both', person: '沈样文' },
    },
    about: {
      ...{ name: qingpu, address: '上海市青浦区样例路 118 号', postcode: '201700' },
      ...{ phone: '021-00000118', uscc: '11310118MB0000019E' },
    },
    people: {
      clerk: { name: '沈样文', cardNo: '样证青 01', phone: '021-00000101' },
      examiner: { name: '陆样衡', cardNo: '样证青 02', phone: '021-00000102' },
      head: { name: '钱样信', cardNo: '样证青 03', phone: '021-00000103' },
      sealer: { name: '章样印', cardNo: '样证青 04', phone: '021-00000104' },
    },
  },
  partner: {
    setUp: {
      ...{ office: officeIdField.parse('sample-wujiang'), name: wujiang, region: '320509' },
      ...{ side: 'both', person: '顾样章' },
    },
    about: {
      ...{ name: wujiang, address: '苏州市吴江区样例大道 509 号', postcode: '215200' },
      ...{ phone: '0512-00000509', uscc: '11320509MB00000271' },
    },
    people: {
      clerk: { name: '顾样章', cardNo: '样证吴 01', phone: '0512-00000501' },
      examiner: { name: '吴样调', cardNo: '样证吴 02', phone: '0512-00000502' },
      head: { name: '严样明', cardNo: '样证吴 03', phone: '0512-00000503' },
      sealer: { name: '印样真', cardNo: '样证吴 04', phone: '0512-00000504' },
    },
  },
};
