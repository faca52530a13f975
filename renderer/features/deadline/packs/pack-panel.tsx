import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { DraftLine } from '#renderer/ui/form/draft-line.tsx';
import { useKept } from '#renderer/ui/form/use-kept.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import { type ShownFailure, useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { PackImport } from './pack-import.tsx';

function save(fileName: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  window.setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}

/** 规则包: the rules of this office as a signed file for others, and theirs for this office. */
export function PackPanel() {
  const { t } = useTranslation('pack');
  return (
    <Panel title={t('title')} padded>
      <div className="pack-panel">
        <p className="soft">{t('what')}</p>
        <PackExport />
        <PackImport />
      </div>
    </Panel>
  );
}

function PackExport() {
  const { t } = useTranslation('pack');
  const failureText = useFailureText();
  const announce = useAnnounce();
  const kept = useKept({ title: '' }, useDraftStore('pack.export', t('export')));
  const { title } = kept.value;
  const [failure, setFailure] = useState<ShownFailure>();
  const [make, { running }] = useAct('pack.export');
  const run = async (): Promise<void> => {
    const reply = await make({ title });
    setFailure(reply.ok ? undefined : reply.failure);
    if (!reply.ok) return;
    await kept.done();
    save(reply.value.fileName, reply.value.bytes);
    announce(t('exported', { name: reply.value.fileName, n: reply.value.rows }), 'polite');
  };
  return (
    <>
      <DraftLine draft={kept.draft} alone />
      <div className="law-acts pack-export">
        <label>
          {t('name')}{' '}
          <Input value={title} maxLength={120} onChange={(event) => kept.set({ title: event.target.value })} />
        </label>
        <Button loading={running} onClick={() => void run()}>
          {t('export')}
        </Button>
      </div>
      {failure === undefined ? null : (
        <Notice tone="red" role="alert">
          {failureText(failure)}
        </Notice>
      )}
    </>
  );
}
