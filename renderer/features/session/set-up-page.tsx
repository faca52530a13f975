import { useTranslation } from 'react-i18next';
import { RadioField } from '#renderer/ui/fields/choice-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { type FormIssue, useForm } from '#renderer/ui/form/use-form.ts';
import { parseOfficeId } from '#shared/base/ids.ts';
import { DoorPage } from './door-page.tsx';
import { memoryDraft } from './memory-draft.ts';
import { PassphraseFields, type Passphrases, usePassphraseIssues } from './passphrase-fields.tsx';
import { type ChosenRegion, noRegion, RegionFields, regionCode } from './region-field.tsx';
import type { MakeOffice } from './session-gate.tsx';

type Side = 'arbitration' | 'inspection' | 'both';

type SetUp = Passphrases & {
  readonly region: ChosenRegion;
  readonly side: Side;
  readonly name: string;
  /** Empty while the code that follows from side and division is good enough. */
  readonly code: string;
  readonly person: string;
  readonly suite: 's1' | 's2';
};

const initial: SetUp = {
  region: noRegion,
  side: 'arbitration',
  name: '',
  code: '',
  person: '',
  suite: 's1',
  passphrase: '',
  again: '',
};

const drafts = memoryDraft('set-up');

const prefixes: Readonly<Record<Side, string>> = { arbitration: 'arb', inspection: 'lsi', both: 'hr' };

/** The code an office gets when nobody cares for another: its kind and its division. */
function codeOf({ code, side, region }: Pick<SetUp, 'code' | 'side' | 'region'>): string {
  return code.trim() === '' ? `${prefixes[side]}-${regionCode(region) ?? ''}` : code.trim();
}

function useIssues(): (value: SetUp) => readonly FormIssue[] {
  const { t } = useTranslation('session');
  const passphraseIssues = usePassphraseIssues();
  return (value) => {
    const missing = (path: string): FormIssue => ({ path, level: 'error', text: t('setUp.missing') });
    const region = regionCode(value.region);
    return [
      ...(region === undefined ? [missing('region.province')] : []),
      ...(value.name.trim() === '' ? [missing('name')] : []),
      ...(region !== undefined && parseOfficeId(codeOf(value)) === undefined
        ? [{ path: 'code', level: 'error' as const, text: t('setUp.codeShape') }]
        : []),
      ...(value.person.trim() === '' ? [missing('person')] : []),
      ...passphraseIssues(value),
    ];
  };
}

/** Sets up an office: where it is, what it does, who begins, and the passphrase of this machine. */
export function SetUpPage(props: { readonly onMake: MakeOffice; readonly onBack: () => void }) {
  const { t, i18n } = useTranslation('session');
  const form = useForm<SetUp>({
    initial,
    drafts,
    validate: useIssues(),
    submit: async (value) => {
      const office = parseOfficeId(codeOf(value));
      const region = regionCode(value.region);
      if (office === undefined || region === undefined) return undefined;
      const { name, side, person, suite, passphrase } = value;
      const language = i18n.language.startsWith('zh') ? 'zh-CN' : 'en';
      return props.onMake({ office, region, name, side, person, suite, passphrase, language });
    },
  });
  return (
    <DoorPage wide title={t('setUp.title')} text={t('setUp.text')}>
      <FormShell form={form} label={t('setUp.title')} submitText={t('setUp.submit')} onLeave={props.onBack}>
        <OfficeFields bound={form.root} />
        <section className="form-group">
          <h2>{t('setUp.person')}</h2>
          <div className="form-grid">
            <TextField label={t('setUp.personName')} required max={60} bound={part(form.root, 'person')} />
            <PassphraseFields bound={form.root} />
          </div>
          <p className="small soft">{t('setUp.passphraseWhy')}</p>
        </section>
      </FormShell>
    </DoorPage>
  );
}

function OfficeFields({ bound }: { readonly bound: Bound<SetUp> }) {
  const { t } = useTranslation('session');
  const known = regionCode(bound.value.region) !== undefined;
  return (
    <section className="form-group">
      <h2>{t('setUp.office')}</h2>
      <div className="form-grid">
        <RegionFields bound={part(bound, 'region')} />
        <RadioField
          label={t('setUp.side')}
          bound={part(bound, 'side')}
          choices={[
            { value: 'arbitration', label: t('setUp.sides.arbitration') },
            { value: 'inspection', label: t('setUp.sides.inspection') },
            { value: 'both', label: t('setUp.sides.both') },
          ]}
        />
        <TextField
          label={t('setUp.name')}
          required
          max={120}
          bound={part(bound, 'name')}
          placeholder={t('setUp.nameExample')}
        />
        <TextField
          label={t('setUp.code')}
          max={40}
          bound={part(bound, 'code')}
          placeholder={known ? codeOf(bound.value) : ''}
          hint={t('setUp.codeHint')}
        />
        <RadioField
          label={t('setUp.suite')}
          whole
          bound={part(bound, 'suite')}
          choices={[
            { value: 's1', label: t('setUp.suites.s1') },
            { value: 's2', label: t('setUp.suites.s2') },
          ]}
          hint={t('setUp.suiteHint')}
        />
      </div>
    </section>
  );
}
