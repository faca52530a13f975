import { useTranslation } from 'react-i18next';
import { Paper } from './paper.tsx';

/** One line of what happened, in finished words. */
export type CourseLine = {
  readonly id: string;
  readonly on: string;
  readonly office: string;
  readonly what: string;
  readonly who: string;
  /** How it travelled and how it is proved: '已发出', '对方已签收 第 1、2 条'. */
  readonly proof: string;
};

/** The 办理经过 of a request on paper: what both offices hold, in order, with the digest both can compare. */
export function CourseSheet(props: {
  readonly title: string;
  /** Pairs of name and value over the table: case, offices, dates. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly lines: readonly CourseLine[];
  readonly digest: string;
  /** When and by whom it was printed. */
  readonly printed: string;
}) {
  const { t } = useTranslation('print');
  return (
    <Paper label={props.title} form="sheet">
      <h1 className="letter-title">{props.title}</h1>
      <table>
        <tbody>
          {props.facts.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="flush">{t('course.heading')}</p>
      <table>
        <thead>
          <tr>
            {(['on', 'office', 'what', 'who', 'proof'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`course.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line) => (
            <tr key={line.id}>
              <td className="unbroken">{line.on}</td>
              <td>{line.office}</td>
              <td>{line.what}</td>
              <td>{line.who}</td>
              <td>{line.proof}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="flush">{t('course.digest', { digest: props.digest })}</p>
      <p className="flush">{props.printed}</p>
    </Paper>
  );
}
