import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { DraftLine } from '#renderer/ui/form/draft-line.tsx';
import { useKept } from '#renderer/ui/form/use-kept.ts';
import type { Failure } from '#shared/contract/failure.ts';

/** Asks once for the reason of an act that stands in the audit trail. Open while `about`, an id, is given. */
export function ReasonSheet(props: {
  readonly about: string | undefined;
  readonly draft: { readonly key: string; readonly title: string };
  readonly title: string;
  readonly what: string;
  readonly act: string;
  readonly onReason: (reason: string) => Promise<Failure | undefined>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('recovery');
  const { about } = props;
  const drafts = useDraftStore(`${props.draft.key}:${about ?? ''}`, props.draft.title);
  const kept = useKept({ reason: '' }, about === undefined ? undefined : drafts);
  const { reason } = kept.value;
  const id = useId();
  return (
    <Confirm
      open={about !== undefined}
      title={props.title}
      act={props.act}
      ready={reason.trim() !== ''}
      onClose={props.onClose}
      onConfirm={async () => {
        const failure = await props.onReason(reason);
        if (failure === undefined) await kept.done();
        return failure;
      }}
    >
      <DraftLine draft={kept.draft} alone />
      <p>{props.what}</p>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t('claim.reason')}
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
