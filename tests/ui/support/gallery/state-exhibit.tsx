import { useState } from 'react';
import { useShortcut } from '#renderer/ui/keys/shortcut-provider.tsx';
import { CommandPalette } from '#renderer/ui/palette/palette.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { EmptyState, LoadingState, RefusedState } from '#renderer/ui/state/page-state.tsx';

/** The designed states of a page and the palette. */
export function StateExhibit() {
  const [open, setOpen] = useState(false);
  const [ran, setRan] = useState('');
  useShortcut(['Ctrl+K'], '查找或命令', () => {
    setOpen(true);
  });
  return (
    <>
      <h1>
        状态 <span id="ran">{ran}</span>
      </h1>
      <Notice tone="violet">
        样例：数据均为虚构 <a href="#/elsewhere">转到对方席位</a>
      </Notice>
      <Notice tone="amber">本机时钟早于已有记录，请先核对系统日期。</Notice>
      <div className="panel">
        <EmptyState
          title="还没有案卷"
          text="收到申请后在这里登记，期限会自动起算。"
          action={
            <button type="button" className="plain-button">
              登记收件
            </button>
          }
        />
      </div>
      <div className="panel">
        <RefusedState failure={{ kind: 'conflict', code: 'gallery.conflict' }} onAgain={() => {}} />
      </div>
      <div className="panel">
        <LoadingState />
      </div>
      <CommandPalette
        open={open}
        commands={[
          { id: 'new', title: '新建案卷', words: 'new xjaj', keys: 'Alt N', run: () => setRan('new') },
          { id: 'sync', title: '收发', words: 'sync sf', keys: 'Alt -', run: () => setRan('sync') },
        ]}
        search={(text) =>
          Promise.resolve([
            {
              id: 'f',
              title: `青劳人仲(2026)办字第${text}号`,
              detail: '周某某 与 某某物流',
              run: () => setRan(`file ${text}`),
            },
          ])
        }
        onClose={() => {
          setOpen(false);
        }}
      />
    </>
  );
}
