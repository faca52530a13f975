import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { Paper, PrintPreview } from '#renderer/ui/print/paper.tsx';
import { usePaperDate } from '#renderer/ui/print/paper-dates.ts';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { ExplainedStrip } from './explained-strip.tsx';
import './strip-paper.css';

/** The strip of one deadline as a sheet to be printed and put on the file; the printing is recorded first. */
export function DeadlinePage() {
  const { t } = useTranslation('deadline');
  const { id = '' } = useParams();
  const explained = useAsk('deadline.explain', { id });
  const navigate = useNavigate();
  const [printed] = useAct('audit.printed');
  const announce = useAnnounce();
  const failureText = useFailureText();
  const record = async (about: string): Promise<boolean> => {
    const reply = await printed({ what: 'strip', about, note: t('paper.note') });
    if (!reply.ok) announce(failureText(reply.failure), 'assertive');
    return reply.ok;
  };
  return (
    <PageState value={explained.data} failure={explained.failure} onAgain={explained.again}>
      {(found) => (
        <PrintPreview onPrint={() => record(found.about)} onBack={() => void navigate(-1)}>
          <StripPaper explained={found} />
        </PrintPreview>
      )}
    </PageState>
  );
}

function StripPaper({ explained }: { readonly explained: CallOutput<'deadline.explain'> }) {
  const { t } = useTranslation('deadline');
  const paperDate = usePaperDate();
  const today = useToday();
  const office = useAsk('office.get', {}).last;
  return (
    <Paper form="sheet" label={t('paper.title')}>
      <div className="strip-paper">
        <h1>{t('paper.title')}</h1>
        <p className="flush">{t('paper.about', { about: explained.about })}</p>
        <ExplainedStrip explained={explained} />
        <p className="flush strip-paper-foot">
          {t('paper.made', { date: paperDate(today), office: office?.name ?? '', person: office?.me.name ?? '' })}
        </p>
      </div>
    </Paper>
  );
}
