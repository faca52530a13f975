import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { RadioField } from '#renderer/ui/fields/choice-field.tsx';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { RequestId } from '#shared/base/ids.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { offerBlob } from '../page/save-file.ts';

type Texts = 'without' | 'with';

/** The button that saves the proof file, and the choice whether the texts go along: without them unless somebody says so. */
export function SaveProof({ id }: { readonly id: RequestId }) {
  const { t } = useTranslation('proof');
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('save')}
      </Button>
      {open ? <SaveSheet id={id} onClose={close} /> : null}
    </>
  );
}

function SaveSheet({ id, onClose }: { readonly id: RequestId; readonly onClose: () => void }) {
  const { t } = useTranslation('proof');
  const announce = useAnnounce();
  const [texts, setTexts] = useState<Texts>('without');
  const [failure, setFailure] = useState<Failure>();
  const [make, { running }] = useAct('request.exportProof');
  const save = async (): Promise<void> => {
    const reply = await make({ request: id, bodies: texts === 'with' });
    setFailure(reply.ok ? undefined : reply.failure);
    if (!reply.ok) return;
    const { fileName, bytes, hash } = reply.value;
    offerBlob(fileName, new Blob([Uint8Array.from(bytes)], { type: 'application/octet-stream' }));
    announce(t('saving.done', { name: fileName, hash: hash.slice(0, 16) }), 'polite');
    onClose();
  };
  return (
    <Sheet
      open
      title={t('saving.title')}
      onClose={onClose}
      footer={
        <>
          <Button type="primary" loading={running} onClick={() => void save()}>
            {t('saving.act')}
          </Button>
          <Button onClick={onClose}>{t('saving.cancel')}</Button>
        </>
      }
    >
      <div className="sheet-body">
        <p>{t('saving.what')}</p>
        <RadioField
          label={t('saving.choice')}
          bound={{ path: 'texts', value: texts, set: setTexts }}
          choices={(['without', 'with'] as const).map((value) => ({ value, label: t(`saving.${value}`) }))}
        />
        {texts === 'with' ? <Notice tone="amber">{t('saving.warning')}</Notice> : null}
        <p className="soft small">{t('saving.recorded')}</p>
        {failure === undefined ? null : (
          <Notice tone="red" role="alert">
            <FailureText failure={failure} />
          </Notice>
        )}
      </div>
    </Sheet>
  );
}
