import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { DraftLine } from '#renderer/ui/form/draft-line.tsx';
import { useKept } from '#renderer/ui/form/use-kept.ts';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { PastImport } from './past-imports.tsx';

/** Files that are named; the others are counted. */
const named = 5;

/** Asks why a whole import is taken back, and names the files that would stay because somebody worked on them. */
export function UndoSheet({ row, onClose }: { readonly row: PastImport | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation('import');
  const [undo] = useAct('import.undo');
  const drafts = useDraftStore(`import.undo:${row?.id ?? ''}`, t('undo.draft', { name: row?.name ?? '' }));
  const kept = useKept({ reason: '' }, row === undefined ? undefined : drafts);
  const { reason } = kept.value;
  const worked = useAsk('import.worked', row === undefined ? undefined : { import: row.id }).data;
  return (
    <Confirm
      open={row !== undefined}
      title={t('undo.title')}
      act={t('undo.act')}
      danger
      ready={reason.trim() !== ''}
      onClose={onClose}
      onConfirm={async () => {
        if (row === undefined) return undefined;
        const reply = await undo({ import: row.id, reason });
        if (!reply.ok) return reply.failure;
        await kept.done();
        return undefined;
      }}
    >
      <DraftLine draft={kept.draft} alone />
      <p>{t('undo.text', { name: row?.name ?? '', count: row?.here ?? 0 })}</p>
      {worked === undefined || worked.total === 0 ? null : (
        <Notice tone="amber">
          {t('undo.worked', { count: worked.total })}
          <ul className="import-worked">
            {worked.files.slice(0, named).map(({ dossier, number, title }) => (
              <li key={dossier}>
                <a href={addresses.dossier(dossier)}>{number}</a> {title}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Reason text={reason} onText={(text) => kept.set({ reason: text })} />
    </Confirm>
  );
}

function Reason({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const { t } = useTranslation('import');
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t('undo.reason')}
      </label>
      <Input id={id} value={text} maxLength={2000} aria-required onChange={(event) => onText(event.target.value)} />
    </div>
  );
}
