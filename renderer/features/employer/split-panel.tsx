import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { ChoiceSelect } from '#renderer/ui/fields/choice-select.tsx';
import { DraftLine } from '#renderer/ui/form/draft-line.tsx';
import { useKept } from '#renderer/ui/form/use-kept.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { dossierIdField } from '#shared/contract/fields.ts';
import type { Employer } from './employer-page.tsx';
import { ReasonField } from './reason-field.tsx';
import { useSaid } from './use-said.ts';

type FileRow = CallOutput<'employer.files'>['rows'][number];
type Standing = { readonly party: string; readonly dossier: string; readonly label: string; readonly split: boolean };

/** Files offered, the newest first: a wrongly counted party is seen when its file comes in. */
const offered = 200;

const standings = (rows: readonly FileRow[]): readonly Standing[] =>
  rows.flatMap(({ row, parties }) =>
    parties.map(({ id, name, split }) => ({
      ...{ party: id, dossier: row.id, split },
      label: `${row.caseNo ?? row.windowNo} ${name}`,
    })),
  );

/** Parties that are not this employer: split off one by one, and those a person split off before. */
export function SplitPanel({ view }: { readonly view: Employer }) {
  const { t } = useTranslation('employer');
  const files = useAsk('employer.files', { employer: view.id, limit: offered }).last;
  const [asking, setAsking] = useState(false);
  const [rejoin] = useAct('employer.rejoin');
  const said = useSaid();
  const all = standings(files?.rows ?? []);
  const split = all.filter((one) => one.split);
  return (
    <Panel
      title={t('split.title')}
      side={
        view.files < 2 ? undefined : (
          <button type="button" className="text-button" onClick={() => setAsking(true)}>
            {t('split.open')}
          </button>
        )
      }
      padded
    >
      {split.length === 0 ? <p className="soft">{t('split.none')}</p> : null}
      <ul>
        {split.map(({ party, dossier, label }) => (
          <li key={party} className="employer-line">
            <span>{label}</span>
            <button
              type="button"
              className="text-button"
              aria-label={t('split.rejoinOf', { name: label })}
              onClick={() => {
                const file = dossierIdField.safeParse(dossier);
                if (file.success) void said(() => rejoin({ dossier: file.data, party }), t('split.rejoined'));
              }}
            >
              {t('split.rejoin')}
            </button>
          </li>
        ))}
      </ul>
      <SplitSheet view={view} parties={all} open={asking} onClose={() => setAsking(false)} />
    </Panel>
  );
}

type Split = { readonly party: string | null; readonly reason: string };

function SplitSheet(props: {
  readonly view: Employer;
  readonly parties: readonly Standing[];
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('employer');
  const announce = useAnnounce();
  const [act] = useAct('employer.split');
  const drafts = useDraftStore(`employer.split:${props.view.id}`, t('split.draft', { name: props.view.name }));
  const kept = useKept<Split>({ party: null, reason: '' }, props.open ? drafts : undefined);
  const { party, reason } = kept.value;
  const confirm = async (): Promise<Failure | undefined> => {
    const chosen = props.parties.find((one) => one.party === party);
    const dossier = dossierIdField.safeParse(chosen?.dossier);
    if (chosen === undefined || !dossier.success) return undefined;
    const reply = await act({ employer: props.view.id, dossier: dossier.data, party: chosen.party, reason });
    if (!reply.ok) return reply.failure;
    await kept.done();
    announce(t('split.done'));
    return undefined;
  };
  return (
    <Confirm
      open={props.open}
      title={t('split.open')}
      act={t('split.act')}
      ready={party !== null}
      onConfirm={confirm}
      onClose={props.onClose}
    >
      <DraftLine draft={kept.draft} alone />
      <p>{t('split.effect')}</p>
      <div className="field">
        <span className="field-label">{t('split.which')}</span>
        <ChoiceSelect<string>
          label={t('split.which')}
          value={party}
          choices={props.parties.map((one) => ({ value: one.party, label: one.label }))}
          onChoose={(chosen) => kept.set({ party: chosen, reason })}
        />
        {props.view.files > offered ? <p className="small soft">{t('split.newest', { n: offered })}</p> : null}
      </div>
      <ReasonField label={t('split.reason')} value={reason} onChange={(typed) => kept.set({ party, reason: typed })} />
    </Confirm>
  );
}
