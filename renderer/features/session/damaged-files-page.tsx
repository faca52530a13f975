import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { DoorPage } from './door-page.tsx';

/** After a restore: the files of which parts were gone from the copy or were not what they had been. All else is here. */
export function DamagedFilesPage(props: {
  readonly files: CallOutput<'backup.restore'>['damaged'];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('session');
  return (
    <DoorPage title={t('damaged.title')} text={t('damaged.text')}>
      <Notice tone="red" role="alert">
        {t('damaged.some', { count: props.files.length })}
      </Notice>
      <ul className="door-steps door-damaged">
        {props.files.map(({ manifest, names, parts }) => (
          <li key={manifest}>
            {t('damaged.file', { name: names.join(' / ') || manifest.slice(0, 12), count: parts })}
          </li>
        ))}
      </ul>
      <p className="soft">{t('damaged.later')}</p>
      <div className="door-acts">
        <Button type="primary" autoFocus onClick={props.onDone}>
          {t('damaged.on')}
        </Button>
      </div>
    </DoorPage>
  );
}
