import { fenField } from '#shared/contract/fields.ts';
import { draftStory, type LetterPlan, letterStory } from './letter-story.ts';
import type { QingpuFiles } from './qingpu-files.ts';
import { actsOnRequest } from './request-acts.ts';
import { pdfFile, pngFile, textFile } from './sample-files.ts';
import { type Scene, type Stage, slot } from './stage.ts';

type Plan = Omit<LetterPlan, 'from' | 'to' | 'kind'> & { readonly kind?: LetterPlan['kind'] };

function commission(stage: Stage, plan: Plan) {
  const told = letterStory(stage, { from: stage.own, to: stage.partner, kind: 'ARB_INVESTIGATE', ...plan });
  return {
    scenes: told.scenes,
    ours: actsOnRequest(stage, stage.own, told.request),
    theirs: actsOnRequest(stage, stage.partner, told.request),
  };
}

/** Accepted and being worked on; more time is asked for and we have not answered. */
function working(stage: Stage, files: QingpuFiles): readonly Scene[] {
  const { days } = stage;
  const { scenes, theirs } = commission(stage, {
    dossier: files.crossing,
    day: days.back(13),
    items: [
      { kind: 'documents', questions: '调取周样舟在职期间的工资台账、派车记录。', form: 'stamped-copy' },
      { kind: 'inquiry', questions: '询问车队负责人吴样行：考勤如何登记？工资由谁核算？', form: 'any' },
    ],
    files: [textFile('调查提纲.txt', ['调查提纲（样例）', '一、工资台账', '二、考勤登记'])],
  });
  return [
    ...scenes,
    theirs.register(days.back(12)),
    theirs.accept(days.back(11), days.ahead(1)),
    theirs.progress(days.back(6), '已调取工资台账，扫描件附后；车队负责人外出。', [
      pngFile('工资台账第一页.png', 12),
      pdfFile('派车记录.pdf', 'Dispatch list (sample)'),
    ]),
    theirs.act(days.back(1), '16:20', (request) =>
      stage.partner.act('request.extend', {
        ...{ request, on: days.back(1), until: days.ahead(6), reason: '车队负责人外出，预计下周返回。' },
      }),
    ),
  ];
}

/** Answered in part; our close is waited for. */
function answered(stage: Stage, files: QingpuFiles): readonly Scene[] {
  const { days } = stage;
  const { scenes, theirs } = commission(stage, {
    dossier: files.endsSoon,
    day: days.back(12),
    urgency: 'urgent',
    items: [
      { kind: 'documents', questions: '调取离职结算单及社保缴费记录。', form: 'stamped-copy' },
      { kind: 'inquiry', questions: '询问项目经理：解除劳动合同的原因。', form: 'any' },
    ],
  });
  const attempts = [
    { on: days.back(6), text: '到项目部，经理外出。' },
    { on: days.back(4), text: '电话约定后未到场。' },
  ];
  const evidence = [{ name: '离职结算单', original: false, pages: 2 }];
  return [
    ...scenes,
    theirs.register(days.back(11)),
    theirs.accept(days.back(10), days.back(1)),
    ...theirs.reply(days.back(2), {
      items: [
        { item: 'i1', outcome: 'done', text: '复印件加盖印章附后。', evidence },
        { item: 'i2', outcome: 'unable', text: '未能见到项目经理。', attempts },
      ],
      course: '吴样调、顾样章两次前往项目部。',
    }),
  ];
}

/** The whole life, closed by us. */
function finished(stage: Stage, files: QingpuFiles): readonly Scene[] {
  const { days } = stage;
  const { scenes, ours, theirs } = commission(stage, {
    dossier: files.collective,
    day: days.back(25),
    items: [{ kind: 'registry', questions: '查询用人单位登记信息及十二人参保情况。', form: 'stamped-copy' }],
  });
  const evidence = [{ name: '参保证明', original: true, pages: 12 }];
  return [
    ...scenes,
    theirs.register(days.back(24)),
    theirs.accept(days.back(24), days.back(19)),
    ...theirs.reply(days.back(20), {
      items: [{ item: 'i1', outcome: 'done', text: '十二人均自入职次月起参保，证明附后。', evidence }],
    }),
    ours.act(days.back(18), '09:30', async (request) => {
      await stage.own.act('request.opened', { request });
      await stage.own.act('request.close', { request, on: days.back(18) });
    }),
  ];
}

/** Returned to us with a list of what is missing. */
function returned(stage: Stage, files: QingpuFiles): readonly Scene[] {
  const { days } = stage;
  const { scenes, theirs } = commission(stage, {
    dossier: files.returned,
    day: days.back(5),
    items: [{ kind: 'inquiry', questions: '询问用人单位项目主管工资核算办法。', form: 'any' }],
  });
  return [
    ...scenes,
    theirs.register(days.back(4)),
    theirs.act(days.back(2), '11:30', (request) =>
      stage.partner.act('request.return', {
        ...{ request, on: days.back(2), ground: 'OBJECT_UNKNOWN' },
        defects: ['项目主管姓名及联系方式不详', '项目部地址不详'],
      }),
    ),
  ];
}

/** An inspection our partner works on. */
function assisted(stage: Stage, files: QingpuFiles): readonly Scene[] {
  const { days } = stage;
  const inspection = {
    ...{ suspected: '未足额支付班组工资', workers: 21, amountFen: fenField.parse(18_600_000) },
    ...{ powers: '调查、检查、调取资料', siteCheck: false, registeredPlace: '苏州市吴江区', workPlace: '上海市青浦区' },
  };
  const { scenes, theirs } = commission(stage, {
    ...{ kind: 'LSI_ASSIST', dossier: files.inspection, day: days.back(8), inspection },
    items: [
      { kind: 'documents', questions: '到用人单位调取班组 21 人两个月的工资台账、考勤表。', form: 'stamped-copy' },
      { kind: 'employment', questions: '核实用人单位与班组的用工关系、工资由谁核算。', form: 'stamped-copy' },
    ],
  });
  return [
    ...scenes,
    theirs.register(days.back(7)),
    theirs.accept(days.back(6), days.ahead(5)),
    theirs.progress(days.back(3), '已到用人单位，工资台账正在复印，考勤表照片附后。', [pngFile('考勤表照片.png', 16)]),
  ];
}

/** Sent and receipted, not opened by anybody there. */
function fresh(stage: Stage, files: QingpuFiles): readonly Scene[] {
  return commission(stage, {
    dossier: files.fresh,
    day: stage.days.back(0),
    items: [{ kind: 'documents', questions: '调取仓库出入库登记及工资发放签字表。', form: 'stamped-copy' }],
    files: [textFile('委托说明.txt', ['委托说明（样例）'])],
  }).scenes;
}

/** Examined here, waiting for its signature. */
function inApproval(stage: Stage, files: QingpuFiles): readonly Scene[] {
  const { own, partner, days } = stage;
  return draftStory(
    {
      ...{ from: own, to: partner, dossier: files.approval, kind: 'ARB_INVESTIGATE', day: days.back(1) },
      items: [{ kind: 'electronic', questions: '调取吴江分公司打卡系统数据。', form: 'any' }],
    },
    slot(),
  );
}

/** Every request Qingpu writes, in all states. */
export function qingpuRequests(stage: Stage, files: QingpuFiles): readonly Scene[] {
  const stories = [working, answered, finished, returned, assisted, fresh, inApproval];
  return stories.flatMap((story) => story(stage, files));
}
