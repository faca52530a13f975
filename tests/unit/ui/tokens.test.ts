import { describe, expect, it } from 'vitest';
import { type Mode, palettes } from '#renderer/ui/tokens.ts';

function channel(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16)));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** Contrast of two colours by WCAG 2.1. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const grounds = ['paper', 'rail', 'panel'] as const;
const tints = ['blueTint', 'redTint', 'amberTint', 'greenTint', 'violetTint'] as const;
const texts = ['ink', 'inkSoft'] as const;

describe.each(['light', 'dark'] satisfies Mode[])('the %s palette', (mode) => {
  const colours = palettes[mode];

  it.each([...grounds, ...tints])('shows text at 4.5:1 on %s', (ground) => {
    for (const text of texts) expect(contrast(colours[text], colours[ground]), text).toBeGreaterThanOrEqual(4.5);
  });

  it.each(grounds)('shows faint text and links at 4.5:1 on %s', (ground) => {
    for (const text of ['inkFaint', 'blue', 'red', 'amber', 'green', 'violet'] as const) {
      expect(contrast(colours[text], colours[ground]), text).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['blue', 'red', 'amber', 'green', 'violet'] as const)('shows %s at 4.5:1 on its own tint', (name) => {
    expect(contrast(colours[name], colours[`${name}Tint`])).toBeGreaterThanOrEqual(4.5);
  });

  it('shows the text of filled buttons at 4.5:1 and edges of controls at 3:1', () => {
    expect(contrast(colours.onBlue, colours.blue)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.onRed, colours.red)).toBeGreaterThanOrEqual(4.5);
    for (const ground of grounds) expect(contrast(colours.edge, colours[ground]), ground).toBeGreaterThanOrEqual(3);
  });
});
