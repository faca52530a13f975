import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { StripContext } from '#renderer/app/api/strip-context.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { RuleNames } from '#renderer/ui/deadline/rule-title.ts';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import { ExplainedStrip } from './explained-strip.tsx';

/** Lets any date on the pages inside open its strip over them, and any limit be named; Esc goes back to the date. */
export function StripHost(props: { readonly children: ReactNode }) {
  const [id, setId] = useState<string>();
  const rules = useAsk('rule.list', {}).last;
  const names = useMemo(
    () => new Map([...(rules?.rows ?? []), ...(rules?.notNow ?? [])].map((row) => [row.id, row])),
    [rules],
  );
  return (
    <RuleNames value={names}>
      <StripContext value={setId}>
        {props.children}
        <StripSheet
          id={id}
          onClose={() => {
            setId(undefined);
          }}
        />
      </StripContext>
    </RuleNames>
  );
}

function StripSheet(props: { readonly id: string | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation('deadline');
  const { id, onClose } = props;
  const explained = useAsk('deadline.explain', id === undefined ? undefined : { id });
  const { data } = explained;
  const leads = data?.request ?? data?.dossier ?? null;
  const withdraw = (event: string): void => {
    const file = data?.dossier ?? null;
    if (data === undefined || file === null) return;
    onClose();
    window.location.hash = addresses.withdrawal(file, data.deadline.rule.id, event, data.brief.of);
  };
  return (
    <Sheet
      wide
      open={id !== undefined}
      title={data === undefined ? t('sheet.loading') : t('sheet.title', { about: data.about })}
      onClose={onClose}
      footer={
        <>
          {leads === null ? null : (
            <a
              className="plain-button"
              href={data?.request === null ? addresses.dossier(leads) : addresses.request(leads)}
              onClick={onClose}
            >
              {t(data?.request === null ? 'sheet.dossier' : 'sheet.request')}
            </a>
          )}
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
        <PageState value={data} failure={explained.failure} onAgain={explained.again}>
          {(found) => <ExplainedStrip explained={found} onWithdraw={withdraw} />}
        </PageState>
      </div>
    </Sheet>
  );
}
