/** Which of the two palettes is on screen. */
export type Mode = 'light' | 'dark';

/** Text sizes in pixels a person may choose; everything else grows with them. */
export const fontSizes = [14, 16, 18, 20] as const;

/** One of `fontSizes`. */
export type FontSize = (typeof fontSizes)[number];

/**
 * Colours by what they mean. `*Tint` is the ground under a text of the same name; every pair that is drawn on another
 * keeps 4.5:1 (texts) or 3:1 (edges of controls), which a test computes.
 */
export const palettes = {
  light: {
    paper: '#f5f4f0',
    rail: '#faf9f6',
    panel: '#ffffff',
    ink: '#1b2430',
    inkSoft: '#465062',
    inkFaint: '#586272',
    line: '#e4e1d9',
    edge: '#8d897e',
    blue: '#0f4c81',
    blueTint: '#e7eff6',
    onBlue: '#ffffff',
    blueStrong: '#0b3b65',
    red: '#b42318',
    redTint: '#fbe9e7',
    onRed: '#ffffff',
    amber: '#8a5200',
    amberTint: '#fcf1dd',
    green: '#1e6a45',
    greenTint: '#e6f3ec',
    violet: '#573b8a',
    violetTint: '#efeaf7',
    veil: 'rgba(27, 36, 48, 0.38)',
  },
  dark: {
    paper: '#14181f',
    rail: '#1f262f',
    panel: '#1b2029',
    ink: '#e8ebf0',
    inkSoft: '#b7bfcb',
    inkFaint: '#929cab',
    line: '#2c333e',
    edge: '#6b7686',
    blue: '#7fb4e6',
    blueTint: '#1a2f45',
    onBlue: '#10161d',
    blueStrong: '#a5cbef',
    red: '#f2938a',
    redTint: '#3b2322',
    onRed: '#1c0f0e',
    amber: '#e3b261',
    amberTint: '#382c17',
    green: '#7cc8a0',
    greenTint: '#1a3327',
    violet: '#b9a2e6',
    violetTint: '#2c2442',
    veil: 'rgba(0, 0, 0, 0.55)',
  },
} as const satisfies Record<Mode, Readonly<Record<string, string>>>;

/** The colours of one mode. */
export type Palette = Readonly<Record<keyof (typeof palettes)['light'], string>>;

/** Screen fonts: what the systems of the offices carry first, the bundled-nowhere fallbacks last. */
export const screenFonts =
  '"PingFang SC", "Microsoft YaHei", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';

/** CSS custom property of a colour: `inkSoft` is `--ink-soft`. */
export function propertyOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
