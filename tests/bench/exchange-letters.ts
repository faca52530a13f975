import type { Writing } from '#electron/services/journal/append.ts';
import { inOneTransaction } from '#electron/services/journal/append.ts';
import { commissionContent, contentJson } from '#electron/services/request/letter-content.ts';
import { addressee, confirmedRecipient, ourOffice } from '#electron/services/request/letter-offices.ts';
import { say } from '#electron/services/request/write-entry.ts';
import type { OfficeId, RequestId } from '#shared/base/ids.ts';
import { timeOrderedId } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import { type CommissionLetter, commissionLetter } from '#shared/contract/letter.ts';
import { deviceIn } from '#shared/protocol/request-suite.ts';

const perTransaction = 500;
const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡'];

/** A letter as offices write them, about 1 KB as JSON; every one names another firm and another applicant. */
export function madeUpLetter(index: number): CommissionLetter {
  const firm = `样例第${index}物流有限公司`;
  const object = { type: 'unit' as const, name: firm, address: `吴江区样例路 ${index % 900} 号` };
  return commissionLetter.parse({
    ...{ kind: 'ARB_INVESTIGATE', urgency: 'normal', askedDate: '2026-04-10', handlers: [{ name: '沈样文' }] },
    matter: {
      ...{ caseNo: `青劳人仲(2026)办字第${index}号`, cause: '追索劳动报酬', acceptedOn: '2026-03-11' },
      parties: [
        { role: '申请人', name: `${surnames[index % surnames.length]}样${index}` },
        { role: '被申请人', name: firm },
      ],
    },
    items: [
      {
        ...{ id: 'i1', kind: 'documents', object, form: 'stamped-copy' },
        questions: '调取 2025 年 10 至 12 月工资台账、考勤记录，并核实工资支付的方式和日期。',
        proves: '申请人的劳动报酬标准和欠付的月份。',
      },
    ],
    legalBasis: ['《劳动人事争议仲裁办案规则》第十六条'],
  });
}

/** What a failed step of the preparation says. */
export function must<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
}

/** Writes `count` requests to a partner as sending a signed letter does, many in one transaction; their texts begin at `from`. */
export function writeRequests(writing: Writing, partner: OfficeId, from: number, count: number): readonly RequestId[] {
  const ids: RequestId[] = [];
  for (let start = from; start < from + count; start += perTransaction) {
    const written = inOneTransaction(writing, (tx) => {
      const { row, card, suite } = must(confirmedRecipient(tx, writing, partner, 'ARB_INVESTIGATE'));
      const office = must(ourOffice(tx));
      const intake = deviceIn(card.card, suite)?.device;
      if (!intake) throw new Error('a partner has an intake device');
      for (let index = start; index < Math.min(from + count, start + perTransaction); index += 1) {
        const letter = madeUpLetter(index);
        const id = timeOrderedId(writing.moment.at + index, writing.random.bytes(10)) as RequestId;
        const { kind, urgency, askedDate, items } = letter;
        say(
          tx,
          writing,
          { id, side: 'r', partner },
          {
            ...{ kind: 'request', on: writing.moment.today, suite },
            facts: {
              ...{ kind, to: partner, urgency, agreed: askedDate, card: card.hash, intake, papers: [] },
              ...{ items: items.map((item) => ({ id: item.id, kind: item.kind })), number: `样例协字第${index}号` },
            },
            content: contentJson(commissionContent(office, addressee(row), letter)),
            files: [],
          },
        );
        ids.push(id);
      }
      return ok(undefined);
    });
    must(written);
  }
  return ids;
}
