import { useState } from 'react';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { FileDrop, type Intake } from '#renderer/ui/files/file-drop.tsx';
import { PageHead, Panel } from '#renderer/ui/page/page.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { Clocks } from '#renderer/ui/status/clocks.tsx';
import { MaskedValue } from '#renderer/ui/status/masked-value.tsx';
import { Timeline } from '#renderer/ui/timeline/timeline.tsx';

const intakes: readonly Intake[] = [
  { id: '1', name: '调查提纲.pdf', size: 240_000, taken: 240_000, state: 'done' },
  { id: '2', name: '劳动合同扫描.pdf', size: 314_572_800, taken: 230_000_000, state: 'running' },
  { id: '3', name: '考勤.xlsx', size: 90_000, taken: 0, state: 'failed', note: '文件读不出来，没有存入。' },
];

/** A request page made of the kit's parts. */
export function RequestExhibit() {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <PageHead
        title="委托调查取证　青劳人仲函〔2026〕27号"
        badges={
          <>
            <Badge tone="violet">办理中</Badge>
            <Badge tone="amber">距上次通联 3 天</Badge>
          </>
        }
        under={
          <>
            <span>青浦区劳动人事争议仲裁院 → 嘉善县劳动人事争议仲裁院</span>
            <MaskedValue
              masked="330***********1234"
              label="身份证号"
              onReveal={() => Promise.resolve({ ok: true, value: '330421199001011234' })}
            />
          </>
        }
        acts={
          <button
            type="button"
            className="plain-button"
            onClick={() => {
              setAsking(true);
            }}
          >
            撤回
          </button>
        }
      />
      <Clocks
        label="期限"
        clocks={[
          { id: 'limit', name: '办理期限', value: '4 月 7 日', note: '登记后 15 个工作日 · 默认值，待核' },
          { id: 'agreed', name: '约定回复日', value: '4 月 3 日', note: '嘉善 张某 3 月 17 日', tone: 'green' },
          { id: 'proof', name: '签收凭据', value: '3 月 17 日 10:02', note: '对方已签收 第 1、2 条' },
          { id: 'contact', name: '距上次通联', value: '3 天', note: '上次经交换介质；不作失败处理', tone: 'amber' },
        ]}
      />
      <div className="two-columns" style={{ marginTop: 14 }}>
        <Timeline
          label="办理经过"
          requester="青浦"
          executor="嘉善"
          entries={[
            {
              id: '1',
              side: 'r',
              title: '发出委托函，附件 2 份',
              time: '3-12 09:30',
              detail: '沈某某拟稿　陆某某审核　院负责人签发',
              crosses: true,
              word: 'receipted',
            },
            { id: '2', side: 'e', title: '收文登记 第 46 号', time: '3-16 09:02', detail: '王某', crosses: false },
            {
              id: '3',
              side: 'e',
              title: '接受委托，约定 4 月 3 日回复',
              time: '3-17 09:40',
              detail: '张某 主办　李某 协办',
              crosses: true,
            },
            {
              id: '4',
              side: 'r',
              title: '补充事项：增加询问一人',
              time: '3-17 11:05',
              detail: '沈某某',
              crosses: true,
              word: 'local',
              pending: true,
            },
            {
              id: '5',
              side: 'r',
              title: '撤回',
              time: '3-18 11:05',
              crosses: true,
              word: 'sent',
              void: '过迟：结果已作出',
            },
          ]}
          now={{ side: 'e', text: '办理中：询问 1/2 · 调取台账 0/1' }}
        />
        <div>
          <Panel title="附件" padded>
            <FileDrop label="添加附件" intakes={intakes} onFiles={() => {}} onCancel={() => {}} />
          </Panel>
        </div>
      </div>
      <Confirm
        open={asking}
        title="撤回这件委托"
        act="撤回委托"
        danger
        onConfirm={() => Promise.resolve(undefined)}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>撤回后对方停止办理，已取得的材料由对方说明。撤回不能取消。</p>
      </Confirm>
    </>
  );
}
