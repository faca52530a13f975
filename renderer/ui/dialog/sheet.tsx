import { ConfigProvider } from 'antd';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { isComposing } from '../keys/chord.ts';
import './dialog.css';

/** A list of choices that a field opened takes Esc for itself: only the list closes. A list that always shows does not. */
function leaveToList(event: KeyboardEvent): void {
  const open = '[role="combobox"][aria-haspopup][aria-expanded="true"]';
  if (event.key === 'Escape' && event.target instanceof Element && event.target.matches(open)) event.preventDefault();
}

/** Esc belongs to the input method while it composes, and to nothing behind the sheet otherwise. */
function keepEsc(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  if (isComposing(event.nativeEvent)) event.preventDefault();
  event.stopPropagation();
}

/**
 * Shows the dialog as long as it is open. Answers what to do when it was closed: a second Esc closes a dialog without
 * asking, and what may not be closed now is shown again.
 */
function useShown(element: RefObject<HTMLDialogElement | null>, open: boolean, onClose: () => void): () => void {
  const [forced, setForced] = useState(0);
  useEffect(() => {
    const dialog = element.current;
    if (dialog === null) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [element, open, forced]);
  return () => {
    if (!open || element.current?.open !== false) return;
    setForced((before) => before + 1);
    onClose();
  };
}

/**
 * A modal sheet on the platform's own dialog element: it keeps the focus inside, makes the page behind inert, closes on
 * Esc and gives the focus back. It locks no scrolling by writing styles, which keeps the style policy simple.
 */
export function Sheet(props: {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly className?: string;
  /** Shows the title to screen readers only. */
  readonly quietTitle?: boolean;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const closed = useShown(element, props.open, props.onClose);
  // Popups of the component library must lie inside: outside the dialog they would be below it and inert.
  const container = useCallback(() => element.current ?? document.body, []);
  return (
    <dialog
      ref={element}
      className={`sheet${props.wide ? ' wide' : ''} ${props.className ?? ''}`}
      aria-labelledby={titleId}
      onKeyDownCapture={leaveToList}
      onKeyDown={keepEsc}
      onCancel={(event) => {
        if (event.target !== element.current) return;
        event.preventDefault();
        props.onClose();
      }}
      onClose={(event) => {
        if (event.target === element.current) closed();
      }}
    >
      {props.open ? (
        <ConfigProvider getPopupContainer={container}>
          <div className="sheet-frame">
            <div className={props.quietTitle ? 'spoken' : 'sheet-head'}>
              <h2 id={titleId}>{props.title}</h2>
            </div>
            {props.children}
            {props.footer === undefined ? null : <div className="sheet-foot">{props.footer}</div>}
          </div>
        </ConfigProvider>
      ) : null}
    </dialog>
  );
}
