import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { CheckField, SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, members, part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { type FormIssue, useForm } from '#renderer/ui/form/use-form.ts';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { type Branch, checkBranches, mostBranches } from '#shared/domain/numbering/branch.ts';
import { tokensOf } from '#shared/domain/numbering/template.ts';
import { SavedLine } from '../saved-line.tsx';
import { type Rounds, useRounds } from '../saved-rounds.ts';
import { type Office, WithOffice } from '../with-office.tsx';

type Data = { readonly branches: readonly Branch[]; readonly branch: string };

const bare: Branch = { code: '', name: '', word: '', ended: false };

/** 派出庭: the branches that give numbers of their own, and the one this device stands in. */
export function BranchesPart() {
  return <WithOffice>{(office) => <Branches office={office} />}</WithOffice>;
}

function Branches({ office }: { readonly office: Office }) {
  const { branches, branch } = office.settings;
  const rounds = useRounds<Data>({ branches, branch });
  return <BranchesForm key={rounds.round} rounds={rounds} office={office} />;
}

const faultField = {
  'branch.no-name': 'name',
  'branch.same-name': 'name',
  'branch.no-word': 'word',
  'branch.same-word': 'word',
  'branch.bad-word': 'word',
  'branch.gone': 'name',
} as const;

/** Number patterns in which branches are not told apart. */
function sharedPatterns({ side, settings }: Office): readonly ('windowNumber' | 'arbCaseNumber' | 'lsiCaseNumber')[] {
  const other = { arbitration: 'lsiCaseNumber', inspection: 'arbCaseNumber', both: '' }[side];
  return (['windowNumber', 'arbCaseNumber', 'lsiCaseNumber'] as const).filter(
    (field) => field !== other && !tokensOf(settings[field]).includes('branch'),
  );
}

function useBranchesForm(rounds: Rounds<Data>) {
  const { t } = useTranslation('settings');
  const [set] = useAct('office.setBranches');
  const text = useFailureText();
  const drafts = useDraftStore('settings.branches', t('branches.draft'));
  return useForm<Data>({
    initial: rounds.initial,
    validate: ({ branches }): readonly FormIssue[] => {
      const fault = checkBranches(branches.map(trimmed), []);
      if (fault === undefined) return [];
      const path = `branches.${fault.at}.${faultField[fault.code]}`;
      return [{ path, level: 'error', text: text({ kind: 'bad-input', code: fault.code }) }];
    },
    drafts,
    submit: async (data) => {
      const branch = data.branches.some(isHere(data.branch)) ? data.branch : '';
      const reply = await set({ branches: data.branches.map(trimmed), was: [...rounds.initial.branches], branch });
      if (!reply.ok) return reply.failure;
      await drafts.discard();
      rounds.done({ branches: reply.value.branches, branch });
      return undefined;
    },
  });
}

function BranchesForm({ rounds, office }: { readonly rounds: Rounds<Data>; readonly office: Office }) {
  const { t, i18n } = useTranslation('settings');
  const form = useBranchesForm(rounds);
  const listed = new Intl.ListFormat(i18n.language, { type: 'unit' });
  const { root } = form;
  const { items, add, remove } = members(part(root, 'branches'));
  const shared = root.value.branches.length === 0 ? [] : sharedPatterns(office);
  return (
    <FormShell form={form} label={t('parts.branches')} submitText={t('numbering.submit')}>
      <section className="form-group">
        <h2>{t('branches.title')}</h2>
        <p className="settings-why">{t('branches.why')}</p>
        {shared.length === 0 ? null : (
          <Notice tone="amber">
            {t('branches.shared', { patterns: listed.format(shared.map((field) => t(`numbering.${field}`))) })}
          </Notice>
        )}
        {items.map((item, index) => (
          <BranchFields key={item.path} n={index + 1} bound={item} onRemove={() => remove(index)} />
        ))}
        {items.length < mostBranches ? (
          <div className="form-adds">
            <button type="button" className="plain-button compact" onClick={() => add(bare)}>
              {t('branches.add')}
            </button>
          </div>
        ) : null}
      </section>
      <Here office={office} bound={root} />
      <SavedLine shown={rounds.saved && form.draft.news === undefined} />
    </FormShell>
  );
}

const trimmed = (branch: Branch): Branch => ({ ...branch, name: branch.name.trim(), word: branch.word.trim() });

const isHere =
  (code: string) =>
  (branch: Branch): boolean =>
    branch.code === code && !branch.ended;

function BranchFields(props: { readonly n: number; readonly bound: Bound<Branch>; readonly onRemove: () => void }) {
  const { t } = useTranslation('settings');
  const { n, bound, onRemove } = props;
  const { code, name } = bound.value;
  return (
    <fieldset className="form-item">
      <legend>
        {t('branches.nth', { n })}
        {code === '' ? (
          <button
            type="button"
            className="text-button small"
            aria-label={t('branches.removeNth', { n })}
            onClick={onRemove}
          >
            {t('branches.remove')}
          </button>
        ) : null}
      </legend>
      <div className="form-grid">
        <TextField label={t('branches.name')} required max={60} bound={part(bound, 'name')} />
        <TextField
          label={t('branches.word')}
          required
          max={8}
          hint={t('branches.wordHint')}
          bound={part(bound, 'word')}
        />
        {code === '' ? null : <CheckField label={t('branches.ended', { name })} bound={part(bound, 'ended')} />}
      </div>
    </fieldset>
  );
}

/** Where this device stands: new files begin with that branch. */
function Here({ office, bound }: { readonly office: Office; readonly bound: Bound<Data> }) {
  const { t } = useTranslation('settings');
  const kept = bound.value.branches.filter(({ code, ended }) => code !== '' && !ended);
  if (kept.length === 0) return null;
  const branch = part(bound, 'branch');
  return (
    <section className="form-group">
      <h2>{t('branches.here')}</h2>
      <div className="form-grid">
        <SelectField<string>
          label={t('branches.hereLabel')}
          hint={t('branches.hereWhy')}
          choices={[{ value: '', label: office.name }, ...kept.map(({ code, name }) => ({ value: code, label: name }))]}
          bound={{
            ...branch,
            value: kept.some(isHere(branch.value)) ? branch.value : '',
            set: (next) => branch.set(next ?? ''),
          }}
        />
      </div>
    </section>
  );
}
