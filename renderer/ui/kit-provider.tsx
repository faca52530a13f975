import { ConfigProvider } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { antdLocale } from './antd-locale.ts';
import { antdTheme } from './antd-theme.ts';
import { type ThemeChoice, useAppearance, useMode } from './appearance.ts';
import { ShortcutProvider } from './keys/shortcut-provider.tsx';
import { LiveRegion } from './live-region.tsx';
import type { FontSize } from './tokens.ts';
import './css/base.css';

/** What the kit needs around it: theme, language of the component library, shortcuts and the spoken announcements. */
export function KitProvider(props: {
  readonly theme: ThemeChoice;
  readonly fontSize: FontSize;
  readonly children: ReactNode;
}) {
  const { i18n } = useTranslation('ui');
  const mode = useMode(props.theme);
  useAppearance(mode, props.fontSize);
  const theme = useMemo(() => antdTheme(mode, props.fontSize), [mode, props.fontSize]);
  return (
    <ConfigProvider
      theme={theme}
      locale={antdLocale(i18n.language)}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      form={{ requiredMark: true }}
    >
      <ShortcutProvider>
        <LiveRegion>{props.children}</LiveRegion>
      </ShortcutProvider>
    </ConfigProvider>
  );
}
