import { useTranslation } from 'react-i18next';
import { Page } from '#renderer/ui/page/page.tsx';

/** 设置: what the office is, who works in it, how this desk looks and how its data are kept. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  return <Page title={t('title')}>{null}</Page>;
}
