import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../keys/shortcut-provider.tsx';
import './search-field.css';

/**
 * Milliseconds of quiet after which typing narrows the list: so few that each character of a person who types is
 * answered within a tenth of a second, and enough for what a method of input writes at once.
 */
const quiet = 40;

/** Longest text a list is searched for, as the contract takes it. */
const longest = 100;

/**
 * What stands in the box, told after a moment of quiet; a text that is too long is not told. A text that comes from
 * elsewhere (Back, a saved filter) takes the place of what was typed.
 */
function useTyped(props: { readonly text: string; readonly onText: (text: string) => void }) {
  const { text } = props;
  const [typed, setTyped] = useState(text);
  const [told, setTold] = useState(text);
  const [seen, setSeen] = useState(text);
  if (seen !== text) {
    setSeen(text);
    setTold(text);
    if (told !== text) setTyped(text);
  }
  const tell = useRef(props.onText);
  useEffect(() => {
    tell.current = props.onText;
  });
  useEffect(() => {
    if (typed === told || typed.length > longest) return undefined;
    const timer = window.setTimeout(() => {
      setTold(typed);
      tell.current(typed);
    }, quiet);
    return () => {
      window.clearTimeout(timer);
    };
  }, [typed, told]);
  return [typed, setTyped] as const;
}

/**
 * The text a list is narrowed by; Ctrl+F goes to it. A text longer than can be searched for stays whole in the box,
 * the list stays as it was, and the box says by how much it is too long.
 */
export function SearchField(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const { t } = useTranslation('ui');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useTyped(props);
  const over = typed.length - longest;
  useShortcut(['Ctrl+F'], props.label, () => input.current?.select());
  return (
    <div className="search-field">
      <input
        ref={input}
        type="search"
        className="plain-input"
        aria-label={props.label}
        aria-keyshortcuts="Control+F"
        aria-invalid={over > 0}
        aria-describedby={over > 0 ? id : undefined}
        placeholder={props.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      {over > 0 ? (
        <span id={id} className="field-note error" role="status">
          {t('search.tooLong', { count: over, max: longest })}
        </span>
      ) : null}
    </div>
  );
}
