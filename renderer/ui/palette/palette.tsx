import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../dialog/sheet.tsx';
import { isComposing } from '../keys/chord.ts';
import './palette.css';

/** Something the palette can do: go to a file, open a section, run a command. */
export type PaletteEntry = {
  readonly id: string;
  /** What it is, in a word: a file, a person, a place to go to. */
  readonly kind?: string;
  readonly title: string;
  readonly detail?: string;
  /** Further words it is found by: pinyin initials, the English name. */
  readonly words?: string;
  readonly keys?: string;
  readonly run: () => void;
};

const searchAfter = 120;

/** Commands whose title or words hold every part of what was typed. */
export function matchingCommands(commands: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const parts = typed.trim().toLowerCase().split(/\s+/);
  return commands.filter((command) => {
    const words = `${command.title} ${command.words ?? ''}`.toLowerCase();
    return parts.every((part) => words.includes(part));
  });
}

/** Looks up files for what was typed, a moment after the last key, and forgets answers to what was typed before. */
function useFound(
  typed: string,
  open: boolean,
  search: (text: string) => Promise<readonly PaletteEntry[]>,
): readonly PaletteEntry[] {
  const [found, setFound] = useState<readonly PaletteEntry[]>([]);
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  });
  useEffect(() => {
    setFound([]);
    if (!open || typed.trim() === '') return undefined;
    let current = true;
    const timer = window.setTimeout(() => {
      void latest.current(typed.trim()).then((entries) => {
        if (current) setFound(entries);
      });
    }, searchAfter);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [typed, open]);
  return found;
}

/** What is typed, what it finds, and which entry is chosen. */
function usePalette(props: PaletteProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string>();
  const found = useFound(typed, props.open, props.search);
  const entries = useMemo(() => [...found, ...matchingCommands(props.commands, typed)], [found, props.commands, typed]);
  // By name: what is found a moment later stands before the commands and moves them.
  const place = entries.findIndex(({ id }) => id === chosen);
  const index = entries.length === 0 ? -1 : Math.max(0, place);
  const close = (): void => {
    setTyped('');
    setChosen(undefined);
    props.onClose();
  };
  return {
    typed,
    entries,
    index,
    close,
    type: (text: string): void => {
      setTyped(text);
      setChosen(undefined);
    },
    step: (by: number): void => {
      if (entries.length > 0) setChosen(entries[(index + by + entries.length) % entries.length]?.id);
    },
    run: (entry: PaletteEntry | undefined): void => {
      if (entry === undefined) return;
      close();
      entry.run();
    },
  };
}

type PaletteProps = {
  readonly open: boolean;
  readonly commands: readonly PaletteEntry[];
  readonly search: (text: string) => Promise<readonly PaletteEntry[]>;
  readonly onClose: () => void;
};

/** Ctrl+K: type a number, a name or initials and press Enter, or run any command by name. */
export function CommandPalette(props: PaletteProps) {
  const { t } = useTranslation('ui');
  const listId = useId();
  const { typed, entries, index, close, type, step, run } = usePalette(props);
  return (
    <Sheet open={props.open} title={t('palette.title')} quietTitle className="palette" onClose={close}>
      <input
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={index >= 0 ? `${listId}-${index}` : undefined}
        aria-label={t('palette.title')}
        placeholder={t('frame.search')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          type(event.target.value);
        }}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'ArrowDown') step(1);
          else if (event.key === 'ArrowUp') step(-1);
          else if (event.key === 'Enter') run(entries[index]);
          else return;
          event.preventDefault();
        }}
      />
      <Entries id={listId} entries={entries} index={index} onRun={run} />
      {entries.length === 0 ? <p className="palette-note soft">{t('palette.nothing')}</p> : null}
    </Sheet>
  );
}

function Entries(props: {
  readonly id: string;
  readonly entries: readonly PaletteEntry[];
  readonly index: number;
  readonly onRun: (entry: PaletteEntry) => void;
}) {
  const { t } = useTranslation('ui');
  useEffect(() => {
    document.getElementById(`${props.id}-${props.index}`)?.scrollIntoView({ block: 'nearest' });
  }, [props.id, props.index]);
  return (
    <ul id={props.id} className="palette-list" role="listbox" aria-label={t('palette.results')}>
      {props.entries.map((entry, place) => (
        <li
          key={entry.id}
          id={`${props.id}-${place}`}
          role="option"
          aria-selected={place === props.index}
          onMouseDown={(event) => {
            event.preventDefault();
            props.onRun(entry);
          }}
        >
          <span className="unbroken">{entry.title}</span>
          <span className="detail clip faint small">{entry.detail}</span>
          {entry.keys === undefined ? null : <kbd>{entry.keys}</kbd>}
          {entry.kind === undefined ? null : <span className="kind faint small">{entry.kind}</span>}
        </li>
      ))}
    </ul>
  );
}
