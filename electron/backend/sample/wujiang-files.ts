import { fenField } from '#shared/contract/fields.ts';
import { type FilePlan, type FileSlot, fileStory } from './file-story.ts';
import type { SampleDays } from './sample-days.ts';
import { textFile } from './sample-files.ts';
import { person, unit } from './sample-parties.ts';
import type { SampleOffice, Scene } from './stage.ts';

const yuan = (amount: number) => fenField.parse(amount * 100);
const qingpuStreet = '青浦区样例中路 12 号';

function arbitration(days: SampleDays): FilePlan {
  return {
    ...{
      side: 'arb',
      channel: 'window',
      cause: '竞业限制纠纷',
      received: [days.back(10), '09:30'],
      accepted: days.back(8),
    },
    summary: '用人单位主张竞业限制违约金，劳动者现在青浦就业。',
    parties: [unit('applicant', '苏州样例软件有限公司', 10), person('respondent', '沈样帆', 8, qingpuStreet)],
    claims: [{ code: 'non-compete-penalty', amountFen: yuan(120_000) }],
    files: [textFile('竞业限制协议.txt', ['竞业限制协议（样例）'])],
  };
}

function investigating(days: SampleDays): FilePlan {
  return {
    ...{
      side: 'lsi',
      channel: 'complaint',
      cause: '未足额支付工资',
      received: [days.back(16), '14:00'],
      accepted: days.back(13),
    },
    summary: '用工在吴江，工资由注册在青浦的总公司发放。',
    parties: [person('complainant', '顾样田', 9), unit('employer', '上海样例建设有限公司', 11, qingpuStreet)],
    claims: [{ code: 'm6', amountFen: yuan(94_000), basis: '13 人一个月工资' }],
  };
}

function others(days: SampleDays): readonly FilePlan[] {
  return [
    {
      ...{ side: 'arb', channel: 'window', cause: '劳动合同纠纷', received: [days.back(0), '08:55'] },
      summary: '主张未休年休假工资。',
      parties: [person('applicant', '朱样云', 10), unit('respondent', '苏州样例玻璃有限公司', 12)],
      claims: [{ code: 'annual-leave', amountFen: yuan(5_600) }],
    },
    {
      ...{ side: 'lsi', channel: 'complaint', cause: '押金', received: [days.back(3), '11:25'] },
      summary: '投诉扣押证件及押金。',
      parties: [person('complainant', '秦样岸', 11), unit('employer', '苏州样例模具有限公司', 2)],
      claims: [{ code: 'm9' }],
    },
    {
      ...{
        side: 'lsi',
        channel: 'patrol',
        cause: '超时加班',
        received: [days.back(34), '10:00'],
        accepted: days.back(33),
      },
      summary: '巡视检查发现某月加班超过规定时数。',
      parties: [unit('employer', '苏州样例电子有限公司', 2)],
      claims: [{ code: 'm5' }],
      closed: { on: days.back(5), type: 'lsi.corrected', note: '责令改正后已按期改正。' },
    },
    {
      ...{
        side: 'lsi',
        channel: 'assigned',
        cause: '社会保险',
        received: [days.back(44), '09:45'],
        accepted: days.back(43),
      },
      summary: '上级交办，涉及人数较多，调查期限已延长 30 个工作日。',
      parties: [unit('employer', '苏州样例制造有限公司', 4)],
      claims: [{ code: 'm7', amountFen: yuan(310_000) }],
      clocks: [
        {
          ...{ ruleId: 'LSI.INVESTIGATE', type: 'EXTEND', on: days.back(6), amount: 30, decidedBy: '严样明' },
          paper: '延长调查期限审批表（样例）第 1 号',
        },
      ],
    },
  ];
}

/** Files of Wujiang that requests go out from. */
export type WujiangFiles = {
  readonly scenes: readonly Scene[];
  readonly arbitration: FileSlot;
  readonly investigating: FileSlot;
};

/** Everything on Wujiang's shelf. */
export function wujiangFiles(office: SampleOffice, days: SampleDays): WujiangFiles {
  const asking = [arbitration(days), investigating(days)].map((plan) => fileStory(office, plan));
  const [first, second] = asking;
  if (!first || !second) throw new Error('two files ask for help');
  const rest = others(days).map((plan) => fileStory(office, plan));
  return {
    scenes: [...asking, ...rest].flatMap(({ scenes }) => scenes),
    arbitration: first.dossier,
    investigating: second.dossier,
  };
}
