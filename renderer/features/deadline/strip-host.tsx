import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { StripContext } from '#renderer/app/api/strip-context.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import { ExplainedStrip } from './explained-strip.tsx';

/** Lets any date on the pages inside open its strip over them; Esc goes back to the date. */
export function StripHost(props: { readonly children: ReactNode }) {
  const [id, setId] = useState<string>();
  return (
    <StripContext value={setId}>
      {props.children}
      <StripSheet
        id={id}
        onClose={() => {
          setId(undefined);
        }}
      />
    </StripContext>
  );
}

function StripSheet(props: { readonly id: string | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation('deadline');
  const { id, onClose } = props;
  const explained = useAsk('deadline.explain', id === undefined ? undefined : { id });
  const about = explained.data?.about ?? '';
  return (
    <Sheet
      wide
      open={id !== undefined}
      title={t('sheet.title', { about })}
      onClose={onClose}
      footer={
        <>
          <a className="plain-button" href={addresses.deadline(id ?? '')} onClick={onClose}>
            {t('sheet.print')}
          </a>
          <button type="button" className="plain-button" onClick={onClose}>
            {t('sheet.close')}
          </button>
        </>
      }
    >
      <div className="sheet-body">
        <PageState value={explained.data} failure={explained.failure} onAgain={explained.again}>
          {(found) => <ExplainedStrip explained={found} />}
        </PageState>
      </div>
    </Sheet>
  );
}
