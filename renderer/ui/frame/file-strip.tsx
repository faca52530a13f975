import { useEffect, useRef } from 'react';
import { useShortcut } from '../keys/shortcut-provider.tsx';
import './file-strip.css';

/** A file in the strip: `title` is shown, `number` is spoken before it. */
export type StripFile = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly href: string;
};

const byKey = 9;

/** The open files beside each other; Ctrl and a number goes to one, the cross closes it. */
export function FileStrip(props: {
  readonly label: string;
  /** What the numbered keys do, as F1 says it. */
  readonly keysSay: string;
  readonly files: readonly StripFile[];
  readonly current: string | undefined;
  readonly closeLabel: (number: string) => string;
  readonly onGo: (href: string) => void;
  readonly onClose: (id: string) => void;
}) {
  return (
    <nav className="file-strip" aria-label={props.label}>
      <ul>
        {props.files.map((file, place) => (
          <li key={file.id} className={file.id === props.current ? 'current' : undefined}>
            <FileLink {...props} file={file} place={place} />
            <button
              type="button"
              aria-label={props.closeLabel(file.number)}
              onClick={() => {
                props.onClose(file.id);
                // The cross is gone with its file: the keyboard goes on at the page.
                document.getElementById('page')?.focus();
              }}
            >
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function FileLink(props: {
  readonly file: StripFile;
  readonly place: number;
  readonly current: string | undefined;
  readonly keysSay: string;
  readonly onGo: (href: string) => void;
}) {
  const { file, place } = props;
  const element = useRef<HTMLAnchorElement>(null);
  const current = file.id === props.current;
  const keyed = place < byKey;
  const chord = `Ctrl+${place + 1}`;
  useShortcut([chord], props.keysSay, () => props.onGo(file.href), keyed);
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  const name = `${file.number} ${file.title}`.trim();
  return (
    <a
      ref={element}
      href={file.href}
      className="clip"
      aria-label={name}
      aria-current={current ? 'page' : undefined}
      title={keyed ? `${name} (${chord})` : name}
      {...(keyed ? { 'aria-keyshortcuts': `Control+${place + 1}` } : {})}
    >
      {file.title === '' ? file.number : file.title}
    </a>
  );
}
