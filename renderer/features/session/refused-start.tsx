import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { DoorPage } from './door-page.tsx';

/** The data of this machine cannot be opened: why, that nothing was changed, and what to do. */
export function RefusedStart({ refusal }: { readonly refusal: string | undefined }) {
  const { t } = useTranslation('session');
  return (
    <DoorPage title={t('refused.title')}>
      <p role="alert">
        <FailureText failure={{ kind: 'damaged', code: refusal ?? 'storage.damaged' }} />
      </p>
      <ul className="door-steps">
        <li>{t('refused.kept')}</li>
        <li>{t('refused.copy')}</li>
        <li>{t('refused.restore')}</li>
      </ul>
      <p>
        <Button
          onClick={() => {
            window.location.reload();
          }}
        >
          {t('refused.again')}
        </Button>
      </p>
    </DoorPage>
  );
}
