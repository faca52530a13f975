import { fenField } from '#shared/contract/fields.ts';
import { type FilePlan, type FileSlot, fileStory } from './file-story.ts';
import type { SampleDate, SampleDays } from './sample-days.ts';
import { pdfFile, pngFile, textFile } from './sample-files.ts';
import { dozenWorkers, person, unit } from './sample-parties.ts';
import type { SampleOffice, Scene } from './stage.ts';

const yuan = (amount: number) => fenField.parse(amount * 100);
const pay = '追索劳动报酬纠纷';
const contract = '劳动合同纠纷';
const arb = { side: 'arb', channel: 'window' } as const;

/**
 * The case of the four places: lives in Qingpu, is employed by a Wujiang company, files at Qingpu's window. The work was
 * done in Qingpu, so that Qingpu is competent as the place of performance (调解仲裁法21, 办案规则8); what must be seen in
 * Wujiang is asked of the partner.
 */
function crossing(days: SampleDays): FilePlan {
  return {
    ...{ ...arb, cause: pay, received: [days.back(20), '09:20'], accepted: days.back(18) },
    summary:
      '申请人住青浦，受雇于吴江某物流公司，常驻青浦配送站任驾驶员（劳动合同履行地在青浦），主张三个月工资及未签劳动合同二倍工资差额。窗口 15 分钟收件。',
    parties: [person('applicant', '周样舟', 0), unit('respondent', '苏州样例物流有限公司', 0)],
    claims: [
      { code: 'wage', amountFen: yuan(24_600), from: days.daysAgo(150), to: days.daysAgo(60), basis: '8200 × 3' },
      { code: 'no-contract', amountFen: yuan(73_800), basis: '8200 × 9' },
    ],
    files: [
      textFile('申请书.txt', ['仲裁申请书（样例）', '申请人：周样舟', '被申请人：苏州样例物流有限公司']),
      pngFile('工资卡流水照片.png', 8),
    ],
    notes: [
      [days.back(17), '劳动合同履行地为青浦配送站，本会有管辖权。派车记录、工资台账由吴江车队保管，拟委托吴江调取。'],
    ],
  };
}

function atTheWindow(days: SampleDays): readonly FilePlan[] {
  return [
    {
      ...{ ...arb, cause: contract, received: [days.back(0), '09:05'] },
      summary: '主张违法解除赔偿金及代通知金。',
      parties: [person('applicant', '王样梅', 1), unit('respondent', '上海样例食品有限公司', 1, '青浦区样例东路 3 号')],
      claims: [
        { code: 'unlawful-dismissal', amountFen: yuan(32_800) },
        { code: 'notice-pay', amountFen: yuan(8_200) },
      ],
      files: [textFile('解除通知.txt', ['解除劳动合同通知书（样例）'])],
    },
    {
      ...{ ...arb, cause: pay, received: [days.lastChance(5), '14:35'] },
      summary: '在青浦厂区做工，主张加班工资，考勤表待补。',
      parties: [person('applicant', '赵样河', 2), unit('respondent', '苏州样例电子有限公司', 2)],
      claims: [{ code: 'overtime', amountFen: yuan(8_294) }],
    },
    {
      ...{ ...arb, cause: '确认劳动关系纠纷', received: [days.justMissed(5), '10:15'] },
      summary: '平台骑手，请求确认劳动关系。',
      parties: [
        person('applicant', '孙样风', 3),
        unit('respondent', '上海样例配送有限公司', 3, '青浦区样例西路 21 号'),
      ],
      claims: [{ code: 'relationship' }],
    },
    {
      ...{ ...arb, channel: 'post', cause: '福利待遇纠纷', received: [days.back(9), '11:00'] },
      summary: '用人单位在外区，劳动合同履行地亦不在本区。',
      parties: [person('applicant', '郑样湖', 4), unit('respondent', '上海样例商贸有限公司', 5, '外区样例路 1 号')],
      claims: [{ code: 'heat', amountFen: yuan(900) }],
      closed: {
        on: days.back(7),
        type: 'arb.redirected',
        paper: '告知书（样例）',
        note: '告知向有管辖权的仲裁委员会申请。',
      },
    },
  ];
}

function suspended(days: SampleDays): FilePlan {
  return {
    ...{ ...arb, cause: '工伤保险待遇纠纷', received: [days.back(33), '09:40'], accepted: days.back(30) },
    summary: '在青浦工地受伤，工伤认定正在复议，伤残等级鉴定尚未作出。',
    parties: [person('applicant', '吕样松', 5), unit('respondent', '苏州样例机械有限公司', 4)],
    claims: [
      { code: 'injury-disability', amountFen: yuan(49_000) },
      { code: 'injury-leave', amountFen: yuan(27_000) },
    ],
    files: [pdfFile('中止审理通知书.pdf', 'Notice of suspension (sample)')],
    clocks: [
      {
        ...{ ruleId: 'ARB.LIMIT', type: 'SUSPEND', on: days.back(11), ground: '47-6', decidedBy: '钱样信' },
        ...{ paper: '中止审理通知书（样例）第 3 号', note: '等待伤残等级鉴定结论。' },
      },
    ],
  };
}

function extended(days: SampleDays): FilePlan {
  const accepted = days.daysAgo(50);
  return {
    ...{ ...arb, cause: contract, received: [days.daysAgo(53), '13:30'], accepted },
    summary: '涉及多段用工，证据较多，经批准延长审限 15 日。',
    parties: [person('applicant', '何样川', 6), unit('respondent', '上海样例纺织有限公司', 7, '青浦区样例工业园')],
    claims: [{ code: 'severance', amountFen: yuan(57_400) }],
    clocks: [
      {
        ...{ ruleId: 'ARB.LIMIT', type: 'EXTEND', on: days.daysAgo(9), amount: 15, decidedBy: '钱样信' },
        ...{ paper: '延长审限审批表（样例）第 2 号', note: '案情复杂。' },
      },
    ],
  };
}

function closed(days: SampleDays): FilePlan {
  return {
    ...{ ...arb, cause: pay, received: [days.back(28), '15:10'], accepted: days.back(26) },
    summary: '双方在庭前达成调解。',
    parties: [person('applicant', '冯样竹', 7), unit('respondent', '上海样例餐饮有限公司', 9, '青浦区样例南路 5 号')],
    claims: [{ code: 'wage', amountFen: yuan(12_300) }],
    files: [textFile('调解书.txt', ['仲裁调解书（样例）'])],
    closed: { on: days.back(3), type: 'arb.mediated', note: '调解书当日送达双方。' },
  };
}

function collective(days: SampleDays): FilePlan {
  return {
    ...{ ...arb, cause: pay, received: [days.back(29), '08:50'], accepted: days.back(27) },
    summary: '十二名劳动者在青浦门店做工，共同申请，推选代表人工样一。',
    parties: [...dozenWorkers(8), unit('respondent', '苏州样例服饰有限公司', 6)],
    claims: [{ code: 'wage', amountFen: yuan(216_000), from: days.daysAgo(120), to: days.daysAgo(60) }],
    files: [textFile('推选代表人书.txt', ['推选代表人书（样例）', '共十二人'])],
  };
}

/** Limit that ends within days; the partner has answered, we have not closed. */
function endsSoon(days: SampleDays): FilePlan {
  const accepted = days.endsSoon(45);
  return {
    ...{ ...arb, cause: '经济补偿金纠纷', received: [accepted, '09:00'], accepted },
    summary: '劳动合同履行地在青浦，项目部档案在吴江，等待吴江回函后合议。',
    parties: [person('applicant', '褚样溪', 20), unit('respondent', '苏州样例装饰有限公司', 8)],
    claims: [{ code: 'severance', amountFen: yuan(41_000) }],
    notes: [[days.back(2), '回函到后三日内合议。']],
  };
}

function accepted(days: SampleDays, index: number, name: string, employer: string, on: SampleDate): FilePlan {
  return {
    ...{ ...arb, cause: pay, received: [on, '09:10'], accepted: on },
    summary: '劳动合同履行地在青浦，主张拖欠工资，工资台账由吴江的用人单位保管。',
    parties: [person('applicant', name, index), unit('respondent', employer, index - 11)],
    claims: [{ code: 'wage', amountFen: yuan(16_400), from: days.daysAgo(110), to: days.daysAgo(50) }],
  };
}

/** The workplace is in Qingpu, which makes its brigade competent (监察条例13); the employer's papers are in Wujiang. */
function inspection(days: SampleDays): FilePlan {
  return {
    ...{
      side: 'lsi',
      channel: 'complaint',
      cause: '拖欠工资',
      received: [days.back(14), '10:20'],
      accepted: days.back(12),
    },
    summary: '投诉人在青浦工地做工（用工所在地），用人单位注册在吴江，工资台账在吴江。',
    parties: [
      person('complainant', '卫样江', 24),
      unit('employer', '苏州样例建筑劳务有限公司', 14, '吴江区样例北路 9 号'),
    ],
    claims: [{ code: 'm6', amountFen: yuan(186_000), basis: '班组 21 人两个月工资' }],
  };
}

/** Files of Qingpu that requests go out from. */
export type QingpuFiles = {
  readonly scenes: readonly Scene[];
  readonly crossing: FileSlot;
  readonly collective: FileSlot;
  readonly endsSoon: FileSlot;
  readonly returned: FileSlot;
  readonly approval: FileSlot;
  readonly fresh: FileSlot;
  readonly inspection: FileSlot;
};

/** Everything on Qingpu's shelf. */
export function qingpuFiles(office: SampleOffice, days: SampleDays): QingpuFiles {
  const story = (plan: FilePlan) => fileStory(office, plan);
  const withRequests = {
    crossing: story(crossing(days)),
    collective: story(collective(days)),
    endsSoon: story(endsSoon(days)),
    returned: story(accepted(days, 21, '蒋样岭', '苏州样例物业有限公司', days.back(8))),
    approval: story(accepted(days, 22, '韩样原', '上海样例广告有限公司', days.back(7))),
    fresh: story(accepted(days, 23, '杨样泉', '苏州样例仓储有限公司', days.back(2))),
    inspection: story(inspection(days)),
  };
  const others = [...atTheWindow(days), suspended(days), extended(days), closed(days)].map(story);
  const { crossing: c, collective: k, endsSoon: e, returned: r, approval: a, fresh: f, inspection: i } = withRequests;
  return {
    scenes: [...Object.values(withRequests), ...others].flatMap(({ scenes }) => scenes),
    ...{ crossing: c.dossier, collective: k.dossier, endsSoon: e.dossier, returned: r.dossier },
    ...{ approval: a.dossier, fresh: f.dossier, inspection: i.dossier },
  };
}
