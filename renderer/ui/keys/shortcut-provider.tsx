import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef } from 'react';
import { chordOf, isComposing } from './chord.ts';

type Handler = () => void;
type Held = { readonly handler: Handler; readonly what: string };

/** A shortcut that works on this page: its keys, any of which do it, and what they do. */
export type KnownShortcut = { readonly chords: readonly string[]; readonly what: string };

type Registry = {
  readonly add: (chord: string, held: Held) => () => void;
  readonly known: () => readonly KnownShortcut[];
};

const ShortcutContext = createContext<Registry>({ add: () => () => {}, known: () => [] });

/** What the newest registration of each key says, keys that do the same together. */
function knownOf(handlers: ReadonlyMap<string, readonly Held[]>): readonly KnownShortcut[] {
  const byWhat = new Map<string, string[]>();
  for (const [chord, held] of handlers) {
    const what = held.at(-1)?.what;
    if (what !== undefined) byWhat.set(what, [...(byWhat.get(what) ?? []), chord]);
  }
  return [...byWhat].map(([what, chords]) => ({ what, chords }));
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'));
}

function makeRegistry(): Registry & { readonly press: (event: KeyboardEvent) => void } {
  const handlers = new Map<string, readonly Held[]>();
  return {
    add: (chord, held) => {
      handlers.set(chord, [...(handlers.get(chord) ?? []), held]);
      return () => {
        handlers.set(
          chord,
          (handlers.get(chord) ?? []).filter((other) => other !== held),
        );
      };
    },
    known: () => knownOf(handlers),
    press: (event) => {
      if (isComposing(event) || event.defaultPrevented) return;
      const chord = chordOf(event);
      // A field takes back its own typing.
      if (chord === 'Ctrl+Z' && isTyping(event.target)) return;
      // The newest registration wins: a dialog's keys cover those of the page below it.
      const handler = handlers.get(chord)?.at(-1)?.handler;
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

/** Answers which shortcuts work at the moment it is asked. */
export function useKnownShortcuts(): () => readonly KnownShortcut[] {
  const registry = useContext(ShortcutContext);
  return useCallback(() => registry.known(), [registry]);
}

/**
 * Runs `handler` on any of `chords` ('Ctrl+S', 'Alt+1') while the component is on screen. `what` says in the language of
 * the page what it does: F1 lists it. Nothing happens while an input method is composing, when `enabled` is false, or
 * when a control inside has already used the key.
 */
export function useShortcut(chords: readonly string[], what: string, handler: Handler, enabled = true): void {
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
    const removals = joined.split(' ').map((chord) => registry.add(chord, { handler: run, what }));
    return () => {
      for (const remove of removals) remove();
    };
  }, [registry, joined, what, enabled]);
}
