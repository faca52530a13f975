import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { DraftLine } from '#renderer/ui/form/draft-line.tsx';
import { useKept } from '#renderer/ui/form/use-kept.ts';
import type { CallOutput } from '#shared/contract/contract.ts';

type Aside = CallOutput<'sync.status'>['quarantine'][number];

/** Asks why nothing more is to be done about something set aside; the answer stands in the audit trail. */
export function SettleSheet({ aside, onClose }: { readonly aside: Aside | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation('sync');
  const [settle] = useAct('quarantine.settle');
  const drafts = useDraftStore(`quarantine.settle:${aside?.id ?? ''}`, t('settle.draft', { at: aside?.at ?? '' }));
  const kept = useKept({ reason: '' }, aside === undefined ? undefined : drafts);
  const { reason } = kept.value;
  const id = useId();
  return (
    <Confirm
      open={aside !== undefined}
      title={t('settle.title')}
      act={t('settle.act')}
      ready={reason.trim() !== ''}
      onClose={onClose}
      onConfirm={async () => {
        if (aside === undefined) return undefined;
        const reply = await settle({ id: aside.id, reason });
        if (!reply.ok) return reply.failure;
        await kept.done();
        return undefined;
      }}
    >
      <DraftLine draft={kept.draft} alone />
      <p>{t('settle.what')}</p>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t('settle.reason')}
        </label>
        <Input
          id={id}
          value={reason}
          maxLength={500}
          aria-required
          onChange={(event) => kept.set({ reason: event.target.value })}
        />
      </div>
    </Confirm>
  );
}
