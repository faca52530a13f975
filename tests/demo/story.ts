import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { DossierId, RequestId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { type DemoOffice, openDemoOffice, passAndSend, type StoryClock, storyClock, takeIn } from './demo-office.ts';

/** Both offices at the end of the story, and what must agree. */
export type Told = {
  readonly asks: DemoOffice;
  readonly does: DemoOffice;
  readonly request: RequestId;
  readonly dossier: DossierId;
  /** The attachment's bytes as they were taken in. */
  readonly attachment: Buffer;
  readonly manifest: Awaited<ReturnType<typeof takeIn>>['manifest'];
  /** How the words went on the way: 仅本机, 已发出, 对方已签收. */
  readonly words: readonly string[];
};

type Scene = {
  readonly asks: DemoOffice;
  readonly does: DemoOffice;
  readonly clock: StoryClock;
  readonly say: (line: string) => void;
  readonly folder: { readonly path: string; readonly away: () => void; readonly back: () => void };
  readonly stick: string;
};

async function befriend(one: DemoOffice, other: DemoOffice, folder: string): Promise<void> {
  const { bytes } = await other.ask('partner.ownCard', {});
  await one.ask('partner.add', { bytes, confirmed: true });
  await one.ask('partner.setFolder', { office: other.id, folder });
}

async function setTheScene(root: string, say: Scene['say']): Promise<Scene> {
  const clock = storyClock('2026-03-10T09:05');
  const place = (name: string): string => join(root, name);
  const path = place('shared-folder');
  mkdirSync(path);
  mkdirSync(place('stick'));
  const asks = await openDemoOffice(place('qingpu'), clock, {
    ...{ id: 'demo-qingpu', name: '上海市青浦区劳动人事争议仲裁委员会', region: '310118', person: '沈样文' },
  });
  const does = await openDemoOffice(place('wujiang'), clock, {
    ...{ id: 'demo-wujiang', name: '苏州市吴江区劳动人事争议仲裁委员会', region: '320509', person: '顾样章' },
  });
  await befriend(asks, does, path);
  await befriend(does, asks, path);
  const away = (): void => renameSync(path, `${path}-unplugged`);
  const back = (): void => renameSync(`${path}-unplugged`, path);
  return { asks, does, clock, say, folder: { path, away, back }, stick: place('stick') };
}

async function exchange({ asks, does }: Scene): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await asks.ask('sync.now', {});
    await does.ask('sync.now', {});
  }
}

async function carry(from: DemoOffice, to: DemoOffice, scene: Scene): Promise<void> {
  const { verified, lines } = await from.ask('courier.export', { folder: scene.stick });
  const [out] = lines;
  scene.say(`  导出到介质: ${out?.bundles ?? 0} 包, ${out?.entries ?? 0} 条, 读回核对${verified ? '一致' : '不一致'}`);
  const taken = await to.ask('courier.import', { folder: scene.stick });
  scene.say(`  从介质导入: ${taken.lines.map((line) => `${line.bundles} 包`).join(', ')}, 隔离 ${taken.setAside}`);
}

/** The file at the window: received, accepted, its limit running. */
async function openDossier({ asks, clock, say }: Scene): Promise<DossierId> {
  const { id } = await asks.ask('dossier.receive', {
    ...{ side: 'arb', receivedOn: '2026-03-10T09:20', cause: '追索劳动报酬' },
    summary: '申请人住青浦，在吴江某物流公司任驾驶员，主张 2025 年 10 月至 12 月工资。',
    parties: [
      {
        role: 'applicant',
        type: 'person',
        name: '周样舟',
        idNo: '310118199003072316',
        phone: '13800000000',
        address: '青浦区样例路 8 号',
      },
      {
        role: 'respondent',
        type: 'unit',
        name: '苏州样例物流有限公司',
        uscc: '91350100M000100Y43',
        address: '吴江区样例大道 66 号',
      },
    ],
    claims: [{ code: 'wage', amountFen: null, basis: '2025 年 10 月至 12 月工资' }],
  });
  clock.set('2026-03-12T10:00');
  const dossier = id as DossierId;
  const { caseNo } = await asks.ask('dossier.accept', { dossier, on: localDate('2026-03-12') });
  const { row } = await asks.ask('dossier.get', { dossier });
  say(`3 月 12 日 青浦 受理 ${caseNo}, 届满日 ${row.next?.due ?? '无'}`);
  return dossier;
}

async function writeLetter(scene: Scene, dossier: DossierId): Promise<RequestId> {
  const { asks, does, clock, say, folder } = scene;
  folder.away();
  clock.set('2026-03-12T14:30');
  const { letter } = await asks.ask('request.prefill', { dossier, kind: 'ARB_INVESTIGATE', partner: does.id });
  const object = { type: 'unit' as const, name: '苏州样例物流有限公司', address: '吴江区样例大道 66 号' };
  const items = [
    {
      id: 'i1',
      kind: 'documents' as const,
      object,
      questions: '调取 2025 年 10 月至 12 月工资台账。',
      form: 'stamped-copy' as const,
    },
    { id: 'i2', kind: 'inquiry' as const, object, questions: '询问车队负责人考勤如何登记。', form: 'any' as const },
  ];
  const handlers = [{ name: '沈样文' }, { name: '陆样衡' }];
  const sent = await asks.ask('paper.submit', { dossier, partner: does.id, letter: { ...letter, items, handlers } });
  const request = sent.id as RequestId;
  const number = await passAndSend(asks, request);
  say(`3 月 12 日 青浦 离线拟稿、审核、签发 ${number}`);
  return request;
}

async function wordOf(office: DemoOffice, request: RequestId): Promise<string> {
  return (await office.ask('request.get', { request })).row.word;
}

async function arriveAndReturn(scene: Scene, request: RequestId): Promise<readonly string[]> {
  const { asks, does, clock, say, folder } = scene;
  const offline = await wordOf(asks, request);
  folder.back();
  await asks.ask('sync.now', {});
  const given = await wordOf(asks, request);
  await exchange(scene);
  const signed = await wordOf(asks, request);
  say(`3 月 12 日 网络恢复, 状态依次为 ${offline} → ${given} → ${signed}`);
  clock.set('2026-03-13T09:00');
  await does.ask('request.opened', { request });
  await does.ask('request.register', { request, on: localDate('2026-03-13') });
  await does.ask('request.return', {
    ...{ request, on: localDate('2026-03-13'), ground: 'OBJECT_UNKNOWN', defects: ['车队负责人姓名及联系方式不详'] },
  });
  await exchange(scene);
  say('3 月 13 日 吴江 收文登记, 退回补正: 车队负责人不详');
  return [offline, given, signed];
}

async function supplementByStick(scene: Scene, request: RequestId): Promise<void> {
  const { asks, does, clock, say, folder } = scene;
  folder.away();
  clock.set('2026-03-16T10:00');
  const { state } = await asks.ask('request.get', { request });
  const answers = (state.returned?.defects ?? []).map(({ id }) => ({
    defect: id,
    text: '车队负责人: 吴样行, 电话 13900000000。',
  }));
  await asks.ask('request.supplement', { request, on: localDate('2026-03-16'), text: '补充联系方式。', answers });
  say('3 月 16 日 青浦 无网络, 补正由介质送达');
  await carry(asks, does, scene);
  clock.set('2026-03-17T09:30');
  await does.ask('request.accept', {
    ...{ request, on: localDate('2026-03-17'), promised: localDate('2026-04-02') },
    handlers: [
      { name: '顾样章', cardNo: '样证甲' },
      { name: '陆样衡', cardNo: '样证乙' },
    ],
  });
  say('3 月 17 日 吴江 接受委托, 两名承办人, 承诺 4 月 2 日前办结');
  await carry(does, asks, scene);
  folder.back();
  await exchange(scene);
}

async function workAndExtend(scene: Scene, request: RequestId) {
  const { asks, does, clock, say } = scene;
  clock.set('2026-03-24T15:00');
  const attachment = randomBytes(5_500_000);
  const file = await takeIn(does, '工资台账扫描件.bin', attachment);
  await does.ask('request.progress', { request, on: localDate('2026-03-24'), text: '已调取工资台账。', files: [file] });
  await does.ask('request.extend', {
    request,
    on: localDate('2026-03-24'),
    until: localDate('2026-04-10'),
    reason: '车队负责人外出。',
  });
  await exchange(scene);
  const { state } = await asks.ask('request.get', { request });
  const extension = state.extensions.at(-1)?.id ?? '';
  await asks.ask('request.answerExtension', { request, extension, agree: true });
  await exchange(scene);
  say('3 月 24 日 吴江 进展并附扫描件(5.5 MB), 函告延期至 4 月 10 日; 青浦 同意');
  return { attachment, manifest: file.manifest };
}

async function answerAndClose(scene: Scene, request: RequestId): Promise<void> {
  const { asks, does, clock, say } = scene;
  clock.set('2026-04-08T11:00');
  await does.ask('paper.submitReply', {
    request,
    reply: {
      items: [
        {
          item: 'i1',
          outcome: 'done',
          text: '工资台账加盖印章复印件附后。',
          evidence: [{ name: '工资台账', original: false, pages: 12 }],
        },
        {
          ...{ item: 'i2', outcome: 'unable' as const, text: '负责人未到场。' },
          attempts: [
            { on: localDate('2026-03-25'), text: '到车队, 负责人外出。' },
            { on: localDate('2026-04-07'), text: '电话约定后未到场。' },
          ],
        },
      ],
      course: '3 月 24 日至 4 月 7 日, 顾样章、陆样衡到苏州样例物流有限公司。',
      handlers: [{ name: '顾样章' }, { name: '陆样衡' }],
    },
  });
  const number = await passAndSend(does, request);
  await exchange(scene);
  say(`4 月 8 日 吴江 回函 ${number}: 一项已办, 一项未能办成`);
  clock.set('2026-04-09T09:00');
  await asks.ask('request.opened', { request });
  await asks.ask('request.close', { request, on: localDate('2026-04-09') });
  await exchange(scene);
  say('4 月 9 日 青浦 办结');
}

/** Plays the whole story in `root`; every scene is said as it ends. */
export async function tellStory(root: string, say: Scene['say']): Promise<Told> {
  const scene = await setTheScene(root, say);
  const { asks, does } = scene;
  const dossier = await openDossier(scene);
  const request = await writeLetter(scene, dossier);
  const words = await arriveAndReturn(scene, request);
  await supplementByStick(scene, request);
  const carried = await workAndExtend(scene, request);
  await answerAndClose(scene, request);
  return { asks, does, request, dossier, words, ...carried };
}
