import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { DraftLine } from '#renderer/ui/form/draft-line.tsx';
import { useKept } from '#renderer/ui/form/use-kept.ts';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { parseLocalDate } from '#shared/base/local-date.ts';
import { useAct } from '../api/use-act.ts';
import { useDraftStore } from '../api/use-draft-store.ts';

/**
 * Warns that facts bear a later time than the machine has now, and lets a person say that it is the machine that is right:
 * days are then counted from today again.
 */
export function ClockBehind({ newest, today }: { readonly newest: string; readonly today: string }) {
  const { t } = useTranslation('app');
  const [open, setOpen] = useState(false);
  const drafts = useDraftStore('office.clock', t('clockRight.open'));
  const kept = useKept({ reason: '' }, open ? drafts : undefined);
  const { reason } = kept.value;
  const [confirm] = useAct('office.confirmClock');
  const day = parseLocalDate(today);
  return (
    <Notice tone="amber">
      <span>{t('clockBehind', { newest })}</span>
      <button type="button" className="text-button" onClick={() => setOpen(true)}>
        {t('clockRight.open')}
      </button>
      <Confirm
        open={open}
        title={t('clockRight.open')}
        act={t('clockRight.act', { today })}
        ready={reason.trim() !== '' && day !== undefined}
        onClose={() => setOpen(false)}
        onConfirm={async () => {
          if (day === undefined) return undefined;
          const reply = await confirm({ today: day, reason });
          if (!reply.ok) return reply.failure;
          await kept.done();
          return undefined;
        }}
      >
        <DraftLine draft={kept.draft} alone />
        <p>{t('clockRight.what', { today, newest })}</p>
        <label className="clock-reason">
          {t('clockRight.reason')}
          <Input.TextArea
            value={reason}
            maxLength={500}
            autoSize
            onChange={(event) => kept.set({ reason: event.target.value })}
          />
        </label>
      </Confirm>
    </Notice>
  );
}
