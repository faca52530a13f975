import { type ReactNode, useState } from 'react';
import { useAct } from '#renderer/app/api/use-act.ts';
import { PrintPreview } from '#renderer/ui/print/paper.tsx';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { RequestId } from '#shared/base/ids.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { RequestView } from '../page/view.ts';
import './print-page.css';

/** What every printed sheet of a request is given. */
export type PaperProps = { readonly id: RequestId; readonly view: RequestView; readonly onBack: () => void };

/** A print preview that writes the printing into the audit record first; without that record nothing is printed. */
export function RecordedPreview(props: {
  readonly what: CallInput<'audit.printed'>['what'];
  readonly about: string;
  readonly onBack: () => void;
  readonly before?: ReactNode;
  /** It goes to the printer. */
  readonly onPrinted?: () => Promise<void>;
  readonly children: ReactNode;
}) {
  const [record] = useAct('audit.printed');
  const [failure, setFailure] = useState<Failure>();
  return (
    <PrintPreview
      onBack={props.onBack}
      onPrint={async () => {
        const reply = await record({ what: props.what, about: props.about.slice(0, 100) });
        setFailure(reply.ok ? undefined : reply.failure);
        if (reply.ok) await props.onPrinted?.();
        return reply.ok;
      }}
    >
      <div className="print-before">
        {failure === undefined ? null : (
          <Notice tone="red" role="alert">
            <FailureText failure={failure} />
          </Notice>
        )}
        {props.before}
      </div>
      {props.children}
    </PrintPreview>
  );
}
