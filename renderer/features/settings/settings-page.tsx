import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { partOf, settingsParts } from './parts.ts';
import './settings.css';

/** 设置: what the office is, who works in it, how this device looks and how its data are kept; one part at a time. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const current = partOf(useLocation().pathname);
  return (
    <div className="settings">
      <PageHead title={t('title')} />
      <nav className="settings-nav" aria-label={t('parts.label')}>
        {settingsParts.map((part) => (
          <a key={part} href={addresses.settingsPart(part)} aria-current={part === current ? 'page' : undefined}>
            {t(`parts.${part}`)}
          </a>
        ))}
      </nav>
      <div className="settings-part">
        <Outlet />
      </div>
    </div>
  );
}
