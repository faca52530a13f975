import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { WithdrawnList } from '#renderer/ui/deadline/withdrawn-list.tsx';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { Paper, PrintPreview } from '#renderer/ui/print/paper.tsx';
import { usePaperDate } from '#renderer/ui/print/paper-dates.ts';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import type { DossierId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { ExplainedStrip } from '../strip/explained-strip.tsx';
import { ClocksTable } from './clocks-table.tsx';
import '../strip/strip-paper.css';
import './clocks-paper.css';

type FileClocks = CallOutput<'deadline.file'>;

/** Every clock of one file as a paper for it: each limit, each event with who decided and on which paper, each day skipped. */
export function ClocksPage() {
  const { t } = useTranslation('deadline');
  const { dossier = '' } = useParams();
  // The backend refuses what is no id of a file.
  const clocks = useAsk('deadline.file', { dossier: dossier as DossierId });
  const navigate = useNavigate();
  const [printed] = useAct('audit.printed');
  const announce = useAnnounce();
  const failureText = useFailureText();
  const record = async (about: string): Promise<boolean> => {
    const reply = await printed({ what: 'clocks', about, note: t('clocksPaper.note') });
    if (!reply.ok) announce(failureText(reply.failure), 'assertive');
    return reply.ok;
  };
  return (
    <PageState value={clocks.data} failure={clocks.failure} onAgain={clocks.again}>
      {(found) =>
        found.limits.length === 0 && found.gone.length === 0 ? (
          <EmptyState title={t('clocksPaper.none')} text={t('clocksPaper.noneText')} />
        ) : (
          <PrintPreview onPrint={() => record(found.about)} onBack={() => void navigate(-1)}>
            <ClocksPaper clocks={found} />
          </PrintPreview>
        )
      }
    </PageState>
  );
}

function ClocksPaper({ clocks }: { readonly clocks: FileClocks }) {
  const { t } = useTranslation('deadline');
  const paperDate = usePaperDate();
  const today = useToday();
  const office = useAsk('office.get', {}).last;
  const all = (pick: (limit: FileClocks['limits'][number]['deadline']) => string): string =>
    [...new Set(clocks.limits.map(({ deadline }) => pick(deadline)))].join(t('list'));
  return (
    <Paper form="sheet" label={t('clocksPaper.title')}>
      <div className="strip-paper clocks-paper">
        <h1>{t('clocksPaper.title')}</h1>
        <p className="flush">{t('clocksPaper.about', { about: clocks.about, title: clocks.title })}</p>
        <ClocksTable limits={clocks.limits} />
        {clocks.limits.map((limit) => (
          <ExplainedStrip key={limit.brief.id} explained={limit} />
        ))}
        <WithdrawnList events={clocks.gone} named />
        <p className="flush strip-paper-foot">
          {t('clocksPaper.versions', {
            calendars: all(({ calendar }) => calendar),
            packs: all(({ pack }) => `${pack.id} ${pack.version}`),
          })}{' '}
          {t('paper.made', { date: paperDate(today), office: office?.name ?? '', person: office?.me.name ?? '' })}
        </p>
      </div>
    </Paper>
  );
}
