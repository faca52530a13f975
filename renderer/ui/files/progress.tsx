import './files.css';

/** How far long work has come, as a bar and in words. `of` 0 counts as finished. */
export function Progress(props: {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  /** Said instead of a bare percentage: '37/50', '58 MB'. */
  readonly words: string;
  readonly tone?: 'blue' | 'green';
}) {
  const percent = props.of === 0 ? 100 : Math.min(100, Math.floor((props.done / props.of) * 100));
  return (
    <div
      className={`progress ${props.tone ?? 'blue'}`}
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={props.words}
    >
      <span style={{ width: `${percent}%` }} />
    </div>
  );
}
