import { useTranslation } from 'react-i18next';
import { fullName } from './letter-frame.tsx';
import { Paper } from './paper.tsx';
import { usePaperDate } from './paper-dates.ts';
import type { SheetHead, SheetPerson } from './sheet-types.ts';

/**
 * A letter of introduction (介绍信): two persons with their work cards show it together when they take evidence
 * (办案规则第17条, 默认值,待核, and common practice). Valid for `days` calendar days from its date.
 */
export function IntroductionSheet(props: {
  readonly head: SheetHead;
  /** To whom it is shown: an employer, a bank, a registry. */
  readonly addressee: string;
  readonly persons: readonly SheetPerson[];
  readonly purpose: string;
  readonly days: number;
  readonly on: string;
}) {
  const { t } = useTranslation('print');
  const date = usePaperDate();
  const people = props.persons
    .map((person) => `${person.name}${person.cardNo === '' ? '' : t('letter.card', { card: person.cardNo })}`)
    .join(t('list'));
  return (
    <Paper label={t('introduction.title')} form="letter">
      <h1 className="letter-title">{t('introduction.title')}</h1>
      <div className="letter-marks">
        <span />
        <span className="unbroken">{props.head.number ?? t('introduction.blankNumber')}</span>
      </div>
      <p className="flush">{t('letter.to', { name: props.addressee })}</p>
      <p>
        {t('introduction.text', {
          people,
          n: props.persons.length,
          count: props.persons.length,
          purpose: props.purpose,
        })}
      </p>
      <p>{t('introduction.please')}</p>
      <p>{t('introduction.valid', { n: props.days, count: props.days })}</p>
      <div className="letter-sign">
        <p>{fullName(props.head.from)}</p>
        <p>{date(props.on)}</p>
        <p className="small screen-only">{t('letter.seal')}</p>
      </div>
    </Paper>
  );
}
