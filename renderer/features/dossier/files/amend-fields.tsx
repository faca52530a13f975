import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { type ShownFailure, useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { DossierId } from '#shared/base/ids.ts';
import { rowIdField } from '#shared/contract/fields.ts';
import type { FileOf } from './file-row.tsx';

type Props = { readonly id: DossierId; readonly file: FileOf; readonly onDone: () => void };

function textIn(data: FormData, field: string): string {
  const value = data.get(field);
  return typeof value === 'string' ? value : '';
}

/** Hands in what was typed; answers what came of it. */
function useAmend({ id, file, onDone }: Props) {
  const [amend] = useAct('file.amend');
  const [failure, setFailure] = useState<ShownFailure>();
  const submit = async (data: FormData): Promise<void> => {
    const volume = textIn(data, 'volume') === 'sub' ? 'sub' : 'main';
    const said = { name: textIn(data, 'name'), note: textIn(data, 'note'), volume } as const;
    const reply = await amend({ dossier: id, file: rowIdField.parse(file.id), ...said });
    setFailure(reply.ok ? undefined : reply.failure);
    if (reply.ok) onDone();
  };
  return { submit, failure };
}

/** Changes name, note and volume by an act of its own; what was written before stays in the history. */
export function AmendFields(props: Props) {
  const { t } = useTranslation('file');
  const { t: dossier } = useTranslation('dossier');
  const failureText = useFailureText();
  const { submit, failure } = useAmend(props);
  const { file } = props;
  const handIn = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void submit(new FormData(event.currentTarget));
  };
  return (
    <form className="file-amend" onSubmit={handIn}>
      <label>
        <span>{t('details.name')}</span>
        <input name="name" defaultValue={file.name} maxLength={255} required />
      </label>
      <label>
        <span>{t('details.note')}</span>
        <input name="note" defaultValue={file.note} maxLength={300} />
      </label>
      <label>
        <span>{t('details.volume')}</span>
        <select name="volume" defaultValue={file.volume}>
          <option value="main">{dossier('file.volumes.main')}</option>
          <option value="sub">{dossier('file.volumes.sub')}</option>
        </select>
      </label>
      {failure === undefined ? null : (
        <Notice tone="red" role="alert">
          {failureText(failure)}
        </Notice>
      )}
      <button type="submit" className="plain-button">
        {t('details.submit')}
      </button>
    </form>
  );
}
