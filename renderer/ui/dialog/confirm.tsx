import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ShownFailure, useFailureText } from '../state/failure-text.tsx';
import { Notice } from '../state/notice.tsx';
import { Sheet } from './sheet.tsx';

/**
 * Asks once before what cannot be undone, in words that say what will happen. The button carries the act's own name
 * ('撤回委托'), never a bare yes. A refusal is shown in place and the sheet stays. `onConfirm` answers undefined when done.
 */
export function Confirm(props: {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly act: string;
  readonly danger?: boolean;
  /** False while what the person has to fill in is incomplete. */
  readonly ready?: boolean;
  readonly wide?: boolean;
  readonly onConfirm: () => Promise<ShownFailure | undefined>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('ui');
  const text = useFailureText();
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<ShownFailure>();
  const close = (): void => {
    if (running) return;
    setFailure(undefined);
    props.onClose();
  };
  const confirm = async (): Promise<void> => {
    setRunning(true);
    const refusal = await props.onConfirm();
    setRunning(false);
    setFailure(refusal);
    if (refusal === undefined) props.onClose();
  };
  return (
    <Sheet open={props.open} title={props.title} onClose={close} wide={props.wide === true}>
      <form
        className="sheet-frame"
        onSubmit={(event) => {
          event.preventDefault();
          if (!running && props.ready !== false) void confirm();
        }}
      >
        <div className="sheet-body">
          {props.children}
          {failure === undefined ? null : (
            <Notice tone="red" role="alert">
              {text(failure)}
            </Notice>
          )}
        </div>
        <div className="sheet-foot">
          <Button onClick={close} disabled={running}>
            {t('dialog.cancel')}
          </Button>
          <Button
            type="primary"
            htmlType="submit"
            danger={props.danger === true}
            loading={running}
            disabled={props.ready === false}
          >
            {props.act}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
