import type { ReactNode } from 'react';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';

/** What `office.get` answers. */
export type Office = CallOutput<'office.get'>;

/** Shows a part once the office's data are here, and keeps it while they are asked for again. */
export function WithOffice(props: { readonly children: (office: Office) => ReactNode }) {
  const office = useAsk('office.get', {});
  return (
    <PageState value={office.last} failure={office.failure} onAgain={office.again}>
      {props.children}
    </PageState>
  );
}
