import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { FileDrop } from '#renderer/ui/files/file-drop.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';

/** A file somebody chose, as text. */
export type ChosenText = { readonly name: string; readonly text: string };

/** A file of days or rules: shown by `children` as soon as it is chosen; once proposed, the way to the proposal. */
export function ProposedFile(props: {
  readonly label: string;
  /** Bytes read at most: a larger file is refused by its size alone. */
  readonly mostBytes: number;
  /** The part of the settings the proposal stands in. */
  readonly part: 'calendar' | 'rules';
  readonly children: (chosen: ChosenText, onProposed: (id: string) => void) => ReactNode;
}) {
  const { t } = useTranslation('law');
  const { label, mostBytes, part, children } = props;
  const [chosen, setChosen] = useState<ChosenText>();
  const [proposed, setProposed] = useState<string>();
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setProposed(undefined);
    setChosen({ name: file.name, text: await file.slice(0, mostBytes).text() });
  };
  const done = (id: string): void => {
    setChosen(undefined);
    setProposed(id);
  };
  return (
    <>
      <FileDrop
        label={label}
        multiple={false}
        intakes={[]}
        onFiles={(files) => void take(files[0])}
        onCancel={() => undefined}
      />
      {chosen === undefined ? null : <Fragment key={chosen.text}>{children(chosen, done)}</Fragment>}
      {proposed === undefined ? null : (
        <Notice tone="green" role="status">
          {t('import.proposed')}{' '}
          <a href={addresses.settingsPart(`${part}/${encodeURIComponent(proposed)}`)}>{t('import.look')}</a>
        </Notice>
      )}
    </>
  );
}
