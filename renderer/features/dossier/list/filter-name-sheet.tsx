import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { FocusFirst } from '../acts/focus-first.tsx';
import type { ListFilter } from './address-filter.ts';

/** A filter kept by name. */
export type NamedFilter = CallOutput<'filter.list'>[number];

type Props = {
  /** Undefined: the sheet is closed. */
  readonly named: 'new' | NamedFilter | undefined;
  readonly filter: ListFilter;
  readonly onClose: () => void;
  /** A filter got another name: what is said of it, and what gives the former one back. */
  readonly onRenamed: (undo: { readonly said: string; readonly run: () => Promise<string | undefined> }) => void;
};

/** Asks for the name of a filter that is kept or renamed. */
export function FilterNameSheet(props: Props) {
  const { t } = useTranslation('workplace');
  const { named } = props;
  return (
    <Sheet
      open={named !== undefined}
      title={t(named === 'new' ? 'saved.save' : 'saved.renameTitle')}
      onClose={props.onClose}
    >
      <div className="sheet-body act-sheet">
        {named === undefined ? null : <NameForm key={named === 'new' ? '' : named.id} {...props} named={named} />}
      </div>
    </Sheet>
  );
}

function NameForm({ named, filter, onClose, onRenamed }: Props & { readonly named: 'new' | NamedFilter }) {
  const { t } = useTranslation('workplace');
  const { t: ui } = useTranslation('ui');
  const announce = useAnnounce();
  const failureText = useFailureText();
  const [save] = useAct('filter.save');
  const [rename] = useAct('filter.rename');
  const before = named === 'new' ? undefined : named;
  const back = (name: string): (() => Promise<string | undefined>) => {
    const { id = '', name: was = '' } = before ?? {};
    return async () => {
      const reply = await rename({ id, name: was, was: name });
      return reply.ok ? undefined : failureText(reply.failure);
    };
  };
  const drafts = useDraftStore(
    `filter.name:${before?.id ?? 'new'}`,
    t(before === undefined ? 'saved.save' : 'saved.renameTitle'),
  );
  const form = useForm<{ readonly name: string }>({
    drafts,
    initial: { name: before?.name ?? '' },
    validate: ({ name }) => (name.trim() === '' ? [{ path: 'name', level: 'error', text: t('saved.noName') }] : []),
    submit: async ({ name }) => {
      if (before === undefined) {
        const reply = await save({ name, filter });
        if (!reply.ok) return reply.failure;
        announce(t('saved.saved', { name }));
      } else {
        const reply = await rename({ id: before.id, name, was: before.name });
        if (!reply.ok) return reply.failure;
        // As it is kept, which may differ from what was typed by a blank at an end.
        const kept = reply.value.name;
        onRenamed({ said: t('saved.renamed', { name: kept }), run: back(kept) });
      }
      window.setTimeout(onClose);
      return undefined;
    },
  });
  return (
    <FormShell
      form={form}
      label={t('saved.name')}
      submitText={t('saved.submit')}
      acts={<Button onClick={onClose}>{ui('dialog.cancel')}</Button>}
    >
      <FocusFirst />
      <TextField label={t('saved.name')} max={40} required hint={t('saved.hint')} bound={part(form.root, 'name')} />
    </FormShell>
  );
}
