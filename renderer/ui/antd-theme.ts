import { theme as antdThemes, type ThemeConfig } from 'antd';
import { type FontSize, type Mode, type Palette, palettes, screenFonts } from './tokens.ts';

const none = 'none';

/** The library's colour tokens out of our palette. */
function colourTokens(colour: Palette): NonNullable<ThemeConfig['token']> {
  return {
    colorPrimary: colour.blue,
    colorInfo: colour.blue,
    colorLink: colour.blue,
    colorError: colour.red,
    colorWarning: colour.amber,
    colorSuccess: colour.green,
    colorText: colour.ink,
    colorTextSecondary: colour.inkSoft,
    colorTextTertiary: colour.inkFaint,
    colorTextDescription: colour.inkFaint,
    colorTextPlaceholder: colour.inkFaint,
    colorTextDisabled: colour.inkFaint,
    colorTextLightSolid: colour.onBlue,
    colorBgBase: colour.panel,
    colorBgContainer: colour.panel,
    colorBgElevated: colour.panel,
    colorBgLayout: colour.paper,
    colorBorder: colour.edge,
    colorBorderSecondary: colour.line,
    colorSplit: colour.line,
    controlItemBgActive: colour.blueTint,
    controlItemBgHover: colour.paper,
    controlOutline: colour.blue,
    colorErrorOutline: colour.red,
    colorWarningOutline: colour.amber,
  };
}

/** The component library's theme: our palette, 22/14 lines, borders instead of shadows, no motion that delays typing. */
export function antdTheme(mode: Mode, fontSize: FontSize): ThemeConfig {
  const colour = palettes[mode];
  return {
    algorithm: mode === 'dark' ? antdThemes.darkAlgorithm : antdThemes.defaultAlgorithm,
    cssVar: { key: 'xieban' },
    hashed: false,
    token: {
      fontFamily: screenFonts,
      fontSize,
      lineHeight: 22 / 14,
      controlHeight: Math.round((fontSize * 32) / 14),
      borderRadius: 6,
      borderRadiusLG: 8,
      borderRadiusSM: 4,
      motion: false,
      boxShadow: none,
      boxShadowSecondary: none,
      boxShadowTertiary: none,
      controlOutlineWidth: 1,
      ...colourTokens(colour),
    },
    components: {
      Button: { primaryShadow: none, defaultShadow: none, dangerShadow: none, fontWeight: 400 },
      Select: { optionSelectedBg: colour.blueTint, optionSelectedColor: colour.blue, optionActiveBg: colour.paper },
      Tabs: { titleFontSize: fontSize, inkBarColor: colour.blue, itemSelectedColor: colour.blue },
    },
  };
}
