import { useTranslation } from 'react-i18next';
import { ConfidenceMark } from '#renderer/ui/deadline/marks.tsx';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { collectiveBasis, collectiveNotes, mayRepresent } from '#shared/domain/dossier/collective.ts';
import { isStage, laterStage } from '#shared/domain/dossier/steps/stages.ts';
import type { Shown, View } from '../page/dossier-page.tsx';
import { useActAddress } from '../page/use-act-address.ts';

/** Whether the panel is formed by where the file stands. */
function panelFormed({ row, life }: View): boolean {
  if (row.status === 'closed') return true;
  return isStage(life.stage) && laterStage('arb', life.stage, 'PANEL_FORMED') === life.stage;
}

const notesOn = (view: View) => collectiveNotes(view.parties, view.collective, panelFormed(view));

/** Leads to marking a file that shows no panel of its own: also a dispute over a collective contract is decided by a person. */
export function MarkCollective({ view }: Pick<Shown, 'view'>) {
  const { t } = useTranslation('collective');
  const { open } = useActAddress();
  const { collective, row, may } = view;
  const shown = collective !== null || notesOn(view).length > 0;
  if (row.side !== 'arb' || shown || !may.includes('amend')) return null;
  return (
    <button type="button" className="text-button" onClick={() => open('collective.mark')}>
      {t('mark.open')}
    </button>
  );
}

/** A collective case: by what it is one, who represents the workers, and what to look at. Nothing for other files. */
export function CollectivePanel({ view }: Pick<Shown, 'view'>) {
  const { t } = useTranslation('collective');
  const bilingual = useBilingual();
  const { open } = useActAddress();
  const { collective, row, may } = view;
  if (row.side !== 'arb') return null;
  const notes = notesOn(view);
  if (collective === null && notes.length === 0) return null;
  return (
    <Panel
      title={t('title')}
      side={
        may.includes('amend') ? (
          <button type="button" className="text-button" onClick={() => open('collective.mark')}>
            {t(collective === null ? 'mark.open' : 'mark.change')}
          </button>
        ) : undefined
      }
      padded
    >
      {collective === null ? null : <Said view={view} said={collective} />}
      {notes.map(({ code, n }) => (
        <Notice key={code} tone={code === 'panel-of-three' || code === 'could-be' ? 'blue' : 'amber'}>
          {t(`note.${code}`, { n })}
        </Notice>
      ))}
      <p className="small soft">
        {bilingual(collectiveBasis.basis)} <ConfidenceMark confidence={collectiveBasis.confidence} />
      </p>
    </Panel>
  );
}

function Said({ view, said }: Pick<Shown, 'view'> & { readonly said: NonNullable<View['collective']> }) {
  const { t } = useTranslation('collective');
  const { open } = useActAddress();
  const { kind, on, decidedBy, note, representatives, electedOn, electedPaper } = said;
  const names = representatives.map((id) => view.parties.find((party) => party.id === id)?.name ?? t('left'));
  const why = [t(`kind.${kind}`), t('since', { date: on }), t('decided', { name: decidedBy }), note];
  const elected = [names.join(t('and')), electedOn, electedPaper].filter((word) => word !== '');
  return (
    <dl className="file-facts">
      <div>
        <dt>{t('why')}</dt>
        <dd>{why.filter((word) => word !== '').join(' · ')}</dd>
      </div>
      {names.length === 0 && mayRepresent(view.parties).length === 0 ? null : (
        <div>
          <dt>{t('representatives')}</dt>
          <dd>
            {names.length === 0 ? t('nobody') : elected.join(' · ')}{' '}
            {view.may.includes('amend') ? (
              <button type="button" className="text-button" onClick={() => open('collective.represent')}>
                {t('represent.open')}
              </button>
            ) : null}
          </dd>
        </div>
      )}
    </dl>
  );
}
