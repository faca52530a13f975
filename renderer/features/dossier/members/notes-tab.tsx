import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { ProseField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import type { Shown } from '../page/dossier-page.tsx';
import { draftKey } from '../page/use-act-address.ts';

/** Notes on a file; also a closed one takes them. */
export function NotesTab({ id, view }: Shown) {
  const { t } = useTranslation('dossier');
  const [written, setWritten] = useState(0);
  const notes = view.notes.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <div className="two-columns file-notes">
      <Panel title={t('tab.notes')}>
        {notes.length === 0 ? <p className="panel-body soft">{t('note.none')}</p> : null}
        {notes.map((note) => (
          <article key={note.id} className="file-note">
            <p className="small soft">
              {note.at.replace('T', ' ')} {note.by}
            </p>
            <p className="prose">{note.text}</p>
          </article>
        ))}
      </Panel>
      {/* A form that was submitted keeps no draft any more; the next note is a new form. */}
      <NoteForm key={written} id={id} view={view} onDone={() => setWritten(written + 1)} />
    </div>
  );
}

function NoteForm({ id, view, onDone }: Shown & { readonly onDone: () => void }) {
  const { t } = useTranslation('dossier');
  const [add] = useAct('note.add');
  const number = view.row.caseNo ?? view.row.windowNo;
  const drafts = useDraftStore(draftKey('note.add', id), `${t('note.title')} ${number}`);
  const form = useForm({
    initial: { text: '' },
    validate: ({ text }) => (text.trim() === '' ? [{ path: 'text', level: 'error', text: t('note.empty') }] : []),
    drafts,
    submit: async ({ text }) => {
      const reply = await add({ dossier: id, text });
      if (!reply.ok) return reply.failure;
      // After the draft is gone, or the new form would bring it back.
      window.setTimeout(onDone);
      return undefined;
    },
  });
  return (
    <FormShell form={form} label={t('note.title')} submitText={t('note.submit')}>
      <section className="form-group">
        <ProseField label={t('note.title')} rows={4} bound={part(form.root, 'text')} />
      </section>
    </FormShell>
  );
}
