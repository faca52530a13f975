import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import type { RequestId } from '#shared/base/ids.ts';
import { capital, useRequestNames } from '../names.ts';
import type { RequestView } from '../page/view.ts';
import { ActFields } from './act-fields.tsx';
import { actIssues } from './act-issues.ts';
import type { SheetAct } from './act-order.ts';
import { actSpecs } from './act-specs.ts';
import { type ActValue, actValue } from './act-value.ts';

/** One act on a request: what it will do in a sentence, what it needs, and the button that carries its name. */
export function ActSheet(props: {
  readonly act: SheetAct;
  readonly id: RequestId;
  readonly view: RequestView;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('request');
  const names = useRequestNames();
  const { act, id, view, onClose } = props;
  const today = useToday();
  const announce = useAnnounce();
  const spec = actSpecs[act];
  const [run] = useAct(spec.call);
  const [initial] = useState<ActValue>(() => actValue(view, today));
  const name = act === 'accept' ? capital(names.accept(view.row.kind)) : t(`act.${act}.name`);
  const form = useForm<ActValue>({
    initial,
    validate: (value) => actIssues(spec, value, t('warning.missing')),
    drafts: useDraftStore(`request.${act}:${id}`, t('act.draft', { act: name, number: view.row.title })),
    submit: async (value) => {
      const reply = await run(spec.input(value, { request: id, view, today }));
      if (!reply.ok) return reply.failure;
      announce(t('act.done', { act: name }));
      onClose();
      return undefined;
    },
  });
  return (
    <Sheet open title={name} onClose={onClose}>
      <div className="sheet-body act-body">
        <FormShell form={form} label={name} submitText={name} onLeave={onClose}>
          <p className="soft">{t(`act.${act}.what`, { partner: view.row.partnerName })}</p>
          <ActFields bound={form.root} spec={spec} act={act} view={view} />
        </FormShell>
      </div>
    </Sheet>
  );
}
