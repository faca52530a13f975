import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, members } from '#renderer/ui/form/bound.ts';

/** Several short lines, each in a field of its own, added and taken away one by one. */
export function LinesField(props: {
  readonly bound: Bound<readonly string[]>;
  readonly title: string;
  readonly label: (n: number) => string;
  readonly add: string;
  readonly max: number;
  /** Lines that cannot be taken away. */
  readonly least: number;
  readonly most: number;
}) {
  const { t } = useTranslation('request');
  const rows = members(props.bound);
  return (
    <fieldset className="rows">
      <legend className="field-label">{props.title}</legend>
      {rows.items.map((row, index) => (
        <div key={row.path} className="row-grid line">
          <TextField label={props.label(index + 1)} bound={row} max={props.max} required={index < props.least} />
          <Button
            type="text"
            aria-label={t('row.removeOf', { name: props.label(index + 1) })}
            disabled={rows.items.length <= props.least}
            onClick={() => {
              rows.remove(index);
            }}
          >
            {t('row.remove')}
          </Button>
        </div>
      ))}
      {rows.items.length >= props.most ? null : (
        <Button
          onClick={() => {
            rows.add('');
          }}
        >
          {props.add}
        </Button>
      )}
    </fieldset>
  );
}
