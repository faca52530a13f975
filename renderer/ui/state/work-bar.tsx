import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Progress } from '../files/progress.tsx';
import './work-bar.css';

/** How far a long piece of work is, in hundredths, with a way to call it off. Shows nothing while nothing runs. */
export function WorkBar(props: {
  readonly label: string;
  readonly work: { readonly done: number; readonly total: number; readonly cancelling: boolean } | undefined;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('ui');
  const { work } = props;
  if (work === undefined) return null;
  const percent = work.total === 0 ? 0 : Math.floor((100 * work.done) / work.total);
  const words = t('work.percent', { n: percent });
  return (
    <div className="work-bar">
      <Progress label={props.label} done={work.done} of={Math.max(1, work.total)} words={words} />
      <span className="small">{words}</span>
      <Button size="small" disabled={work.cancelling} onClick={props.onCancel}>
        {t(work.cancelling ? 'work.cancelling' : 'work.cancel')}
      </Button>
    </div>
  );
}
