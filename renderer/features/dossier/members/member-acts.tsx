import { useTranslation } from 'react-i18next';

/** Change and take off, for one row; the row's name makes the buttons tell apart when they are heard. */
export function MemberActs(props: {
  readonly name: string;
  readonly onAmend: () => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation('dossier');
  return (
    <>
      <button
        type="button"
        className="text-button"
        aria-label={t('member.amendOf', { name: props.name })}
        onClick={props.onAmend}
      >
        {t('member.amend')}
      </button>{' '}
      <button
        type="button"
        className="text-button"
        aria-label={t('member.removeOf', { name: props.name })}
        onClick={props.onRemove}
      >
        {t('member.remove')}
      </button>
    </>
  );
}
