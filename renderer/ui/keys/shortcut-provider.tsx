import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { chordOf, isComposing } from './chord.ts';

type Handler = () => void;
type Registry = { readonly add: (chord: string, handler: Handler) => () => void };

const ShortcutContext = createContext<Registry>({ add: () => () => {} });

function makeRegistry(): Registry & { readonly press: (event: KeyboardEvent) => void } {
  const handlers = new Map<string, Handler[]>();
  return {
    add: (chord, handler) => {
      handlers.set(chord, [...(handlers.get(chord) ?? []), handler]);
      return () => {
        handlers.set(
          chord,
          (handlers.get(chord) ?? []).filter((held) => held !== handler),
        );
      };
    },
    press: (event) => {
      if (isComposing(event) || event.defaultPrevented) return;
      // The newest registration wins: a dialog's keys cover those of the page below it.
      const handler = handlers.get(chordOf(event))?.at(-1);
      if (handler === undefined) return;
      event.preventDefault();
      handler();
    },
  };
}

/** Listens once for the whole page and hands each key press to the newest shortcut registered for it. */
export function ShortcutProvider(props: { readonly children: ReactNode }) {
  const registry = useMemo(makeRegistry, []);
  useEffect(() => {
    window.addEventListener('keydown', registry.press);
    return () => {
      window.removeEventListener('keydown', registry.press);
    };
  }, [registry]);
  return <ShortcutContext value={registry}>{props.children}</ShortcutContext>;
}

/**
 * Runs `handler` on any of `chords` ('Ctrl+S', 'Alt+1') while the component is on screen. Nothing happens while an
 * input method is composing, when `enabled` is false, or when a control inside has already used the key.
 */
export function useShortcut(chords: readonly string[], handler: Handler, enabled = true): void {
  const registry = useContext(ShortcutContext);
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  const joined = chords.join(' ');
  useEffect(() => {
    if (!enabled) return undefined;
    const run = (): void => {
      latest.current();
    };
    const removals = joined.split(' ').map((chord) => registry.add(chord, run));
    return () => {
      for (const remove of removals) remove();
    };
  }, [registry, joined, enabled]);
}
