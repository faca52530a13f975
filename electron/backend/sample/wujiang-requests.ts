import { fenField } from '#shared/contract/fields.ts';
import { letterStory } from './letter-story.ts';
import { actsOnRequest } from './request-acts.ts';
import type { Scene, Stage } from './stage.ts';
import type { WujiangFiles } from './wujiang-files.ts';

/** What Wujiang asks of Qingpu: one letter waits for our decision, one has just arrived. */
export function wujiangRequests(stage: Stage, files: WujiangFiles): readonly Scene[] {
  const { own, partner, days } = stage;
  const route = { from: partner, to: own };
  const decide = letterStory(stage, {
    ...{ ...route, dossier: files.arbitration, kind: 'ARB_INVESTIGATE', day: days.back(3) },
    items: [
      {
        ...{ kind: 'employment', questions: '核实沈样帆现在青浦的任职单位、岗位及入职时间。', form: 'stamped-copy' },
        object: { type: 'person', name: '沈样帆', address: '青浦区样例中路 12 号' },
      },
    ],
  });
  const inspection = {
    ...{ suspected: '未足额支付工资', workers: 13, amountFen: fenField.parse(9_400_000) },
    ...{ powers: '调查、调取资料', siteCheck: false, registeredPlace: '上海市青浦区', workPlace: '苏州市吴江区' },
  };
  const arrived = letterStory(stage, {
    ...{ ...route, dossier: files.investigating, kind: 'LSI_ASSIST', day: days.back(0), inspection },
    items: [{ kind: 'registry', questions: '调取总公司工资发放台账及银行回单。', form: 'stamped-copy' }],
  });
  return [...decide.scenes, actsOnRequest(stage, own, decide.request).register(days.back(2)), ...arrived.scenes];
}
