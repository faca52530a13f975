import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ShownFailure, useFailureText } from '../state/failure-text.tsx';
import { Notice } from '../state/notice.tsx';
import { UnreachableNote, useUnreachable } from '../state/unreachable.tsx';
import { Sheet } from './sheet.tsx';

type Props = {
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
};

/** Runs the act once; a refusal stays until the next try or until the sheet is closed. */
function useConfirm(props: Props) {
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<ShownFailure>();
  return {
    running,
    failure,
    close: (): void => {
      if (running) return;
      setFailure(undefined);
      props.onClose();
    },
    confirm: async (): Promise<void> => {
      if (running || props.ready === false) return;
      setRunning(true);
      const refusal = await props.onConfirm();
      setRunning(false);
      setFailure(refusal);
      if (refusal === undefined) props.onClose();
    },
  };
}

/**
 * Asks once before what cannot be undone, in words that say what will happen. The button carries the act's own name
 * ('撤回委托'), never a bare yes. A refusal is shown in place and the sheet stays. `onConfirm` answers undefined when done.
 */
export function Confirm(props: Props) {
  const { t } = useTranslation('ui');
  const text = useFailureText();
  const { running, failure, close, confirm } = useConfirm(props);
  const gone = useId();
  const described = useUnreachable(gone);
  return (
    <Sheet open={props.open} title={props.title} onClose={close} wide={props.wide === true}>
      <form
        className="sheet-frame"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void confirm();
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
          <UnreachableNote id={gone} />
          <Button onClick={close} disabled={running}>
            {t('dialog.cancel')}
          </Button>
          <Button
            type="primary"
            htmlType="submit"
            danger={props.danger === true}
            loading={running}
            disabled={props.ready === false}
            aria-describedby={described}
          >
            {props.act}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
