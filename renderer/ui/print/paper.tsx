import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../keys/shortcut-provider.tsx';
import './print.css';

/** One document on A4. 'letter' has the margins and type of official letters, 'sheet' is an office's own working paper. */
export function Paper(props: {
  readonly label: string;
  readonly form: 'letter' | 'sheet';
  readonly children: ReactNode;
}) {
  return (
    <article className={props.form === 'letter' ? 'paper' : 'paper plain'} aria-label={props.label}>
      {props.children}
    </article>
  );
}

/**
 * Papers as they will come out, under a bar with the print button (Ctrl+P). `onPrint` records that something is printed
 * before the system's dialog opens; when it cannot be recorded, nothing is printed.
 */
export function PrintPreview(props: {
  readonly onPrint: () => Promise<boolean>;
  readonly onBack: () => void;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('print');
  const [running, setRunning] = useState(false);
  const print = async (): Promise<void> => {
    setRunning(true);
    const recorded = await props.onPrint();
    setRunning(false);
    if (recorded) window.print();
  };
  useShortcut(['Ctrl+P'], t('bar.print'), () => {
    if (!running) void print();
  });
  return (
    <>
      <div className="print-bar">
        <Button
          type="primary"
          loading={running}
          aria-keyshortcuts="Control+P"
          onClick={() => {
            void print();
          }}
        >
          {t('bar.print')}
        </Button>
        <Button onClick={props.onBack}>{t('bar.back')}</Button>
        <span className="small soft">{props.note ?? t('bar.note')}</span>
      </div>
      <div className="papers">{props.children}</div>
    </>
  );
}
