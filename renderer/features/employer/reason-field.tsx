import { useId } from 'react';

/** Longest reason, as the contract takes it. */
const longest = 1000;

/** Why a record is changed; it stands in the record's history. */
export function ReasonField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      <textarea
        id={id}
        className="plain-input employer-reason"
        rows={2}
        maxLength={longest}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}
