import { useEffect, useSyncExternalStore } from 'react';
import { type FontSize, type Mode, palettes, propertyOf, screenFonts } from './tokens.ts';

/** What a person chose; 'system' follows the operating system while it runs. */
export type ThemeChoice = 'system' | Mode;

const darkQuery = '(prefers-color-scheme: dark)';

function subscribeToSystem(changed: () => void): () => void {
  const query = window.matchMedia(darkQuery);
  query.addEventListener('change', changed);
  return () => {
    query.removeEventListener('change', changed);
  };
}

/** The palette to show for a choice; changes at once when the operating system's does. */
export function useMode(choice: ThemeChoice): Mode {
  const systemDark = useSyncExternalStore(subscribeToSystem, () => window.matchMedia(darkQuery).matches);
  if (choice !== 'system') return choice;
  return systemDark ? 'dark' : 'light';
}

/**
 * Writes palette, text size and fonts as CSS custom properties of the page. Through the object model, which a strict
 * content security policy allows, so that tokens.ts stays the only place that names a colour.
 */
export function applyAppearance(root: HTMLElement, mode: Mode, fontSize: FontSize): void {
  for (const [name, colour] of Object.entries(palettes[mode])) root.style.setProperty(propertyOf(name), colour);
  root.style.setProperty('--font-size', `${fontSize}px`);
  root.style.setProperty('--screen-fonts', screenFonts);
  root.style.colorScheme = mode;
  root.dataset['mode'] = mode;
}

/** Keeps the page's custom properties equal to the choice. Paper is white: while printing the light palette is shown. */
export function useAppearance(mode: Mode, fontSize: FontSize): void {
  useEffect(() => {
    const root = document.documentElement;
    const show = (): void => {
      applyAppearance(root, mode, fontSize);
    };
    const showForPaper = (): void => {
      applyAppearance(root, 'light', fontSize);
    };
    show();
    window.addEventListener('beforeprint', showForPaper);
    window.addEventListener('afterprint', show);
    return () => {
      window.removeEventListener('beforeprint', showForPaper);
      window.removeEventListener('afterprint', show);
    };
  }, [mode, fontSize]);
}
