import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { CheckField, RadioField } from '#renderer/ui/fields/choice-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { type FormIssue, useForm } from '#renderer/ui/form/use-form.ts';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import type { NumberSeries } from '#shared/domain/numbering/default-templates.ts';
import { numberWords } from '#shared/domain/numbering/number-words.ts';
import { type SubStyle, subNumber, subStyles } from '#shared/domain/numbering/sub-number.ts';
import { SavedLine } from '../saved-line.tsx';
import { type Rounds, useRounds } from '../saved-rounds.ts';
import { type Office, WithOffice } from '../with-office.tsx';
import { numberExample, placeWordOf } from './number-example.ts';

type Data = Pick<
  Office['settings'],
  | ('windowNumber' | 'arbCaseNumber' | 'lsiCaseNumber' | 'letterNumber' | 'orderNumber' | 'handleNumber')
  | ('penaltyNumber' | 'subNumbers' | 'sealedScanRequired')
>;
type Pattern = Exclude<keyof Data, 'sealedScanRequired' | 'subNumbers'>;

/** Numbers of inspection alone. */
const ofInspection: readonly Pattern[] = ['lsiCaseNumber', 'orderNumber', 'handleNumber', 'penaltyNumber'];

/** The numbers an office gives, by the side it works on, each with the series its default comes from. */
function seriesOf(side: Office['side']): readonly (readonly [Pattern, NumberSeries])[] {
  const all: readonly (readonly [Pattern, NumberSeries])[] = [
    ['windowNumber', 'window'],
    ['arbCaseNumber', 'arb-case'],
    ['lsiCaseNumber', 'lsi-case'],
    ['letterNumber', side === 'inspection' ? 'lsi-letter' : 'arb-letter'],
    ['orderNumber', 'lsi-order'],
    ['handleNumber', 'lsi-handle'],
    ['penaltyNumber', 'lsi-penalty'],
  ];
  const others: readonly Pattern[] = { arbitration: ofInspection, inspection: ['arbCaseNumber' as const], both: [] }[
    side
  ];
  return all.filter(([field]) => !others.includes(field));
}

/** 编号与函件: how numbers are written, each with an example, and whether a sealed scan must go with a letter. */
export function NumberingPart() {
  return <WithOffice>{(office) => <Numbering office={office} />}</WithOffice>;
}

function Numbering({ office }: { readonly office: Office }) {
  const { subNumbers, sealedScanRequired, ...settings } = office.settings;
  const { windowNumber, arbCaseNumber, lsiCaseNumber, letterNumber, orderNumber, handleNumber, penaltyNumber } =
    settings;
  const files = { windowNumber, arbCaseNumber, lsiCaseNumber, letterNumber };
  const patterns = { ...files, orderNumber, handleNumber, penaltyNumber };
  const rounds = useRounds<Data>({ ...patterns, subNumbers, sealedScanRequired });
  return <NumberingForm key={rounds.round} rounds={rounds} office={office} />;
}

function useNumberIssues(office: Office): (data: Data) => readonly FormIssue[] {
  const { t } = useTranslation('settings');
  const today = useToday();
  const text = useFailureText();
  return (data) =>
    seriesOf(office.side).flatMap(([field, series]): readonly FormIssue[] => {
      const { fault, blank } = numberExample(series, data[field], office.region, today);
      if (fault !== undefined) return [{ path: field, level: 'error', text: text({ kind: 'refused', ...fault }) }];
      return blank.length === 0
        ? []
        : [{ path: field, level: 'warning', text: t('numbering.blank', { tokens: blank.join(' ') }) }];
    });
}

function NumberingForm({ rounds, office }: { readonly rounds: Rounds<Data>; readonly office: Office }) {
  const { t } = useTranslation('settings');
  const [set] = useAct('office.setSettings');
  const drafts = useDraftStore('settings.numbering', t('numbering.draft'));
  const form = useForm({
    initial: rounds.initial,
    validate: useNumberIssues(office),
    drafts,
    submit: async (data) => {
      const reply = await set(data);
      if (!reply.ok) return reply.failure;
      await drafts.discard();
      rounds.done(data);
      return undefined;
    },
  });
  const { root } = form;
  return (
    <FormShell form={form} label={t('parts.numbering')} submitText={t('numbering.submit')}>
      <section className="form-group">
        <h2>{t('numbering.templates')}</h2>
        <p className="settings-why">{t('numbering.templatesWhy')}</p>
        <div className="form-grid settings-patterns">
          {seriesOf(office.side).map(([field, series]) => (
            <PatternField key={field} field={field} series={series} root={root} region={office.region} />
          ))}
        </div>
        <SubNumbers bound={part(root, 'subNumbers')} />
        <Tokens region={office.region} />
      </section>
      <section className="form-group">
        <h2>{t('numbering.sending')}</h2>
        <CheckField label={t('numbering.sealed')} bound={part(root, 'sealedScanRequired')} />
        <p className="small faint">{t('numbering.sealedWhy')}</p>
      </section>
      <SavedLine shown={rounds.saved && form.draft.news === undefined} />
    </FormShell>
  );
}

function PatternField(props: {
  readonly field: Pattern;
  readonly series: NumberSeries;
  readonly root: Bound<Data>;
  readonly region: string;
}) {
  const { t } = useTranslation('settings');
  const today = useToday();
  const bound = part(props.root, props.field);
  const { number, byDefault, toCheck, fault } = numberExample(props.series, bound.value, props.region, today);
  const hint = t(toCheck ? 'numbering.toCheck' : byDefault ? 'numbering.byDefault' : 'numbering.example', { number });
  return (
    <TextField
      label={t(`numbering.${props.field}`)}
      max={120}
      hint={fault === undefined ? hint : undefined}
      bound={bound}
    />
  );
}

/** How files under one number are told apart. */
function SubNumbers({ bound }: { readonly bound: Bound<SubStyle> }) {
  const { t } = useTranslation('settings');
  return (
    <RadioField<SubStyle>
      label={t('numbering.subNumbers')}
      choices={subStyles.map((style) => ({
        value: style,
        label: [1, 2].map((place) => subNumber(style, place)).join(' '),
      }))}
      bound={bound}
    />
  );
}

/** What may stand in braces. */
function Tokens({ region }: { readonly region: string }) {
  const { t } = useTranslation('settings');
  const words = numberWords('arb-case', region);
  const { prov = '', city = '' } = words;
  const word = placeWordOf(region);
  const tokens = [
    { text: '{prov}', meaning: t('numbering.token.prov', { word: prov }) },
    ...(city === '' ? [] : [{ text: '{city}', meaning: t('numbering.token.city', { word: city }) }]),
    { text: '{dist}', meaning: t('numbering.token.dist', { word }) },
    { text: '{branch}', meaning: t('numbering.token.branch') },
    { text: '{body} {kind}', meaning: t('numbering.token.body') },
    { text: '{open} {close}', meaning: t('numbering.token.brackets') },
    { text: '{year}', meaning: t('numbering.token.year') },
    { text: '{seq}', meaning: t('numbering.token.seq') },
    { text: '{seq:4}', meaning: t('numbering.token.width') },
    { text: '{suffix}', meaning: t('numbering.token.suffix') },
  ];
  return (
    <div className="settings-tokens">
      <p>{t('numbering.tokens')}</p>
      <ul>
        {tokens.map((token) => (
          <li key={token.text}>
            <code>{token.text}</code> {token.meaning}
          </li>
        ))}
      </ul>
    </div>
  );
}
