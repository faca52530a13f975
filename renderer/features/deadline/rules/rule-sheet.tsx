import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { ConfidenceMark } from '#renderer/ui/deadline/marks.tsx';
import { useRuleAmount } from '#renderer/ui/deadline/rule-amount.ts';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { clockGround } from '#shared/domain/deadline/grounds.ts';
import { isOfLaw } from '#shared/domain/deadline/of-law.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';
import { useRegionWord } from './rule-words.ts';

/** Whether the office can decide on a row, or a local text of it: it counts days, and not for both offices of a request. */
function mayDecide({ id, form, trigger, amount }: LimitRule): boolean {
  return !id.startsWith('REQ.') && form === undefined && trigger !== 'extended' && amount > 0;
}

/** A rule in full: how it is counted, what may move it and on which grounds, what follows when it is missed. */
export function RuleSheet(props: { readonly rule: LimitRule | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation('deadline');
  const bilingual = useBilingual();
  const { rule } = props;
  return (
    <Sheet
      wide
      open={rule !== undefined}
      title={rule === undefined ? '' : bilingual(rule.name)}
      onClose={props.onClose}
      footer={
        <>
          {rule !== undefined && mayDecide(rule) ? (
            <a className="plain-button" href={addresses.settingsPart(`rules/${rule.id}`)}>
              {t(isOfLaw(rule) ? 'rules.decideLocal' : 'rules.decide')}
            </a>
          ) : null}
          <button type="button" className="plain-button" onClick={props.onClose}>
            {t('sheet.close')}
          </button>
        </>
      }
    >
      {rule === undefined ? null : <RuleFacts rule={rule} />}
    </Sheet>
  );
}

type Line = { readonly name: string; readonly text: string };

/** The sentences of a rule that every rule has. */
function useCounting(): (rule: LimitRule) => readonly Line[] {
  const { t } = useTranslation('deadline');
  const bilingual = useBilingual();
  const regionWord = useRegionWord();
  const amount = useRuleAmount();
  return (rule) => [
    { name: t('rules.basis'), text: rule.basis.map(bilingual).join(t('list')) },
    { name: t('rules.standing'), text: t(`standing.${rule.standing}`) },
    { name: t('rules.amount'), text: amount(rule) },
    {
      name: t('rules.trigger'),
      text: t(rule.form === 'fixed-day' ? 'rules.onDay' : rule.back === true ? 'rules.before' : 'rules.after', {
        act: t(`rules.act.${rule.trigger}`),
      }),
    },
    ...(rule.elapsed === undefined ? [] : [{ name: t('rules.elapsed'), text: t(`rules.elapsedWhen.${rule.elapsed}`) }]),
    { name: t('rules.roll'), text: t(`rules.rolls.${rule.roll}`) },
    { name: t('rules.region'), text: regionWord(rule.region) },
    {
      name: t('rules.effective'),
      text: [
        t(rule.effectiveTo === undefined ? 'rules.since' : 'rules.until', {
          from: rule.effectiveFrom,
          to: rule.effectiveTo ?? '',
        }),
        ...(rule.sinceUnread === true ? [t('confidence.default')] : []),
      ].join(t('list')),
    },
  ];
}

/** The sentences of a rule that say what moves it and what follows when it is missed. */
function useMoves(): (rule: LimitRule) => readonly Line[] {
  const { t } = useTranslation('deadline');
  const bilingual = useBilingual();
  return ({ ceiling, extension, overrun }) => [
    ...(ceiling === undefined
      ? []
      : [
          {
            name: t('rules.ceiling'),
            text: t('rules.ceilingWhat', { n: ceiling.days, count: ceiling.days, basis: bilingual(ceiling.basis) }),
          },
        ]),
    ...(extension === undefined
      ? []
      : [
          {
            name: t('rules.extension'),
            text: t('rules.extensionWhat', { n: extension.times, count: extension.times, rule: extension.rule }),
          },
        ]),
    ...(overrun === undefined ? [] : [{ name: t('rules.overrun'), text: bilingual(overrun) }]),
  ];
}

function RuleFacts({ rule }: { readonly rule: LimitRule }) {
  const { t } = useTranslation('deadline');
  const bilingual = useBilingual();
  const counting = useCounting();
  const moves = useMoves();
  return (
    <section className="sheet-body" tabIndex={0} aria-label={bilingual(rule.name)}>
      <p className="rules-head small soft">
        {rule.id} ·{' '}
        {rule.confidence === 'default' ? (
          <ConfidenceMark confidence={rule.confidence} />
        ) : (
          t(`confidence.${rule.confidence}`)
        )}
      </p>
      <dl className="rules-facts">
        {[...counting(rule), ...moves(rule)].map((line) => (
          <div key={line.name}>
            <dt>{line.name}</dt>
            <dd>{line.text}</dd>
          </div>
        ))}
        <Grounds name={t('rules.suspend')} ids={rule.suspendGrounds} />
        <Grounds name={t('rules.restart')} ids={rule.restartGrounds} />
        <Grounds name={t('rules.exclude')} ids={rule.excludeGrounds} />
      </dl>
    </section>
  );
}

/** The grounds of the law for one kind of movement, each with its article. */
function Grounds(props: { readonly name: string; readonly ids: readonly string[] | undefined }) {
  const bilingual = useBilingual();
  const grounds = (props.ids ?? []).map((id) => clockGround(id)).filter((ground) => ground !== undefined);
  if (grounds.length === 0) return null;
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <ul>
          {grounds.map((ground) => (
            <li key={ground.id}>
              {bilingual(ground.name)} <span className="faint small">{bilingual(ground.basis)}</span>{' '}
              <ConfidenceMark confidence={ground.confidence} />
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
