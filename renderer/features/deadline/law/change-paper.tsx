import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { Paper, PrintPreview } from '#renderer/ui/print/paper.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { EntryId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { ChangeFacts } from './change-part.tsx';
import { useChangeTitle } from './change-words.ts';
import { MovedTable } from './moved-table.tsx';
import { useDiffersTitle, WhatDiffers } from './what-differs.tsx';
import '../strip/strip-paper.css';
import './law.css';

/** Moved days on one paper at most; a longer list says how many it leaves out. */
const mostLines = 200;

/** A confirmed change with every day it moved, as a sheet for the office's file; the printing is recorded first. */
export function ChangePaperPage() {
  const { change = '' } = useParams();
  const { t } = useTranslation('law');
  const title = useChangeTitle();
  const id = change as EntryId;
  const found = useAsk('law.change', { id });
  const navigate = useNavigate();
  const [printed] = useAct('audit.printed');
  const announce = useAnnounce();
  const failureText = useFailureText();
  const record = async (slot: string): Promise<boolean> => {
    const reply = await printed({ what: 'law', about: title(slot), note: t('paper.title') });
    if (!reply.ok) announce(failureText(reply.failure), 'assertive');
    return reply.ok;
  };
  return (
    <PageState value={found.data} failure={found.failure} onAgain={found.again}>
      {(value) => (
        <PrintPreview onPrint={() => record(value.change.slot)} onBack={() => void navigate(-1)}>
          <ChangePaper found={value} />
        </PrintPreview>
      )}
    </PageState>
  );
}

function ChangePaper({ found }: { readonly found: CallOutput<'law.change'> }) {
  const { t } = useTranslation('law');
  const title = useChangeTitle();
  const differs = useDiffersTitle();
  const moved = useAsk('law.moved', { id: found.change.id as EntryId, limit: mostLines });
  const left = (moved.last?.total ?? 0) - (moved.last?.rows.length ?? 0);
  return (
    <Paper form="sheet" label={t('paper.title')}>
      <div className="strip-paper law-paper">
        <h1>{title(found.change.slot)}</h1>
        <ChangeFacts change={found.change} />
        <h2>{differs(found)}</h2>
        <WhatDiffers found={found} />
        <h2>{t('moved.did', { n: moved.last?.total ?? 0, count: moved.last?.total ?? 0 })}</h2>
        {moved.last === undefined || moved.last.total === 0 ? null : <MovedTable rows={moved.last.rows} />}
        {left > 0 ? <p className="flush">{t('paper.left', { n: left, count: left })}</p> : null}
      </div>
    </Paper>
  );
}
