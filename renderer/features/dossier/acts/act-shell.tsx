import type { ReactNode } from 'react';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import type { Form } from '#renderer/ui/form/use-form.ts';
import { FocusFirst } from './focus-first.tsx';

/** A form inside a sheet: its grid, and under it by which law and whose decision the act is done. */
export function ActShell<V extends object>(props: {
  readonly form: Form<V>;
  readonly label: string;
  readonly submitText: string;
  readonly onLeave: () => void;
  readonly basis?: ReactNode;
  /** Stands over the grid: the conflict state. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <FormShell form={props.form} label={props.label} submitText={props.submitText} onLeave={props.onLeave}>
      <FocusFirst />
      {props.above}
      <div className="form-grid">{props.children}</div>
      {props.basis === undefined ? null : <p className="small soft">{props.basis}</p>}
    </FormShell>
  );
}
