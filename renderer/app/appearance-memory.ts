import type { ThemeChoice } from '#renderer/ui/appearance.ts';
import { type FontSize, fontSizes } from '#renderer/ui/tokens.ts';
import { type Language, readLanguage } from '../i18n/resources.ts';

/** How the interface looks and speaks. */
export type Appearance = { readonly language: Language; readonly theme: ThemeChoice; readonly fontSize: FontSize };

const key = 'xieban.appearance';

function readTheme(value: unknown): ThemeChoice {
  return value === 'light' || value === 'dark' ? value : 'system';
}

function readFontSize(value: unknown): FontSize {
  return fontSizes.find((size) => size === value) ?? 14;
}

/** Reads the three choices out of anything; what is missing or odd becomes the default. */
export function readAppearance(value: unknown, language: Language): Appearance {
  const held: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  const tag = held['language'];
  return {
    language: (typeof tag === 'string' ? readLanguage(tag) : undefined) ?? language,
    theme: readTheme(held['theme']),
    fontSize: readFontSize(held['fontSize']),
  };
}

/**
 * The look to begin with, before the office's settings can be read: the language the program was started with when that
 * is not the usual one, else what this machine showed last, else Chinese. `started` is the page's own language tag, into
 * which the shell writes the option of the start. Only these three words, and the random names of windows, are remembered
 * outside the encrypted database.
 */
export function rememberedAppearance(started: string, storage: Pick<Storage, 'getItem'>): Appearance {
  const asked = readLanguage(started) === 'en' ? 'en' : undefined;
  let held: unknown;
  try {
    held = JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    held = undefined;
  }
  const remembered = readAppearance(held, 'zh-CN');
  return asked === undefined ? remembered : { ...remembered, language: asked };
}

/** Remembers the look for the next start. A full or forbidden storage is no reason to disturb anybody. */
export function rememberAppearance(look: Appearance, storage: Pick<Storage, 'setItem'>): void {
  try {
    storage.setItem(key, JSON.stringify(look));
  } catch {
    return;
  }
}
