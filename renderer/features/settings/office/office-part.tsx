import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { type FormIssue, useForm } from '#renderer/ui/form/use-form.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { checkCreditCode } from '#shared/domain/party/credit-code.ts';
import { SavedLine } from '../saved-line.tsx';
import { type Rounds, useRounds } from '../saved-rounds.ts';
import { type Office, WithOffice } from '../with-office.tsx';

type Data = Pick<Office, 'name' | 'address' | 'postcode' | 'phone' | 'uscc'>;

/** 本机构: what was fixed at the set-up, and what letters say of the office. */
export function OfficePart() {
  return <WithOffice>{(office) => <OfficeData office={office} />}</WithOffice>;
}

function OfficeData({ office }: { readonly office: Office }) {
  const { name, address, postcode, phone, uscc } = office;
  const rounds = useRounds<Data>({ name, address, postcode, phone, uscc });
  return (
    <>
      <Fixed office={office} />
      <OfficeForm key={rounds.round} rounds={rounds} />
    </>
  );
}

function Fixed({ office }: { readonly office: Office }) {
  const { t } = useTranslation('settings');
  return (
    <Panel title={t('office.fixed')} padded>
      <p className="settings-why">{t('office.fixedWhy')}</p>
      <dl className="settings-facts">
        <div>
          <dt>{t('office.code')}</dt>
          <dd className="settings-mono">{office.id}</dd>
        </div>
        <div>
          <dt>{t('office.region')}</dt>
          <dd>
            {office.regionName} <span className="faint">{office.region}</span>
          </dd>
        </div>
        <div>
          <dt>{t('office.side')}</dt>
          <dd>{t(`office.sides.${office.side}`)}</dd>
        </div>
      </dl>
    </Panel>
  );
}

function useOfficeIssues(): (data: Data) => readonly FormIssue[] {
  const { t } = useTranslation('settings');
  return ({ name, uscc }) => [
    ...(name.trim() === '' ? [{ path: 'name', level: 'error' as const, text: t('missing') }] : []),
    ...(checkCreditCode(uscc).length > 0
      ? [{ path: 'uscc', level: 'warning' as const, text: t('office.usccDoubt') }]
      : []),
  ];
}

function OfficeForm({ rounds }: { readonly rounds: Rounds<Data> }) {
  const { t } = useTranslation('settings');
  const [amend] = useAct('office.amend');
  const drafts = useDraftStore('settings.office', t('office.draft'));
  const form = useForm({
    initial: rounds.initial,
    validate: useOfficeIssues(),
    drafts,
    submit: async (data) => {
      const reply = await amend(data);
      if (!reply.ok) return reply.failure;
      await drafts.discard();
      rounds.done(data);
      return undefined;
    },
  });
  const { root } = form;
  return (
    <FormShell form={form} label={t('office.form')} submitText={t('office.submit')}>
      <section className="form-group">
        <h2>{t('office.form')}</h2>
        <p className="settings-why">{t('office.formWhy')}</p>
        <div className="form-grid">
          <TextField label={t('office.name')} required whole max={120} bound={part(root, 'name')} />
          <TextField label={t('office.address')} whole max={300} bound={part(root, 'address')} />
          <TextField label={t('office.postcode')} max={12} bound={part(root, 'postcode')} />
          <TextField label={t('office.phone')} max={40} bound={part(root, 'phone')} />
          <TextField label={t('office.uscc')} max={18} bound={part(root, 'uscc')} />
        </div>
      </section>
      <SavedLine shown={rounds.saved && form.draft.news === undefined} />
    </FormShell>
  );
}
