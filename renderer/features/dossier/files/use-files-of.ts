import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { type TakenFile, useIntake } from '#renderer/app/api/use-intake.ts';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { manifestIdField, rowIdField } from '#shared/contract/fields.ts';
import type { Shown, View } from '../page/dossier-page.tsx';

/**
 * Takes files in and puts each on the dossier when it is whole: one with the name of a document that is there becomes its
 * next version, and whatever comes while `replaced` is given becomes the next version of that one. `notes` says by intake what became of each: another version, the same bytes elsewhere, an odd content.
 */
export function useFilesOf({ id, view }: Shown, replaced?: View['files'][number]) {
  const { t } = useTranslation('file');
  const { t: dossier } = useTranslation('dossier');
  const failureText = useFailureText();
  const [attach] = useAct('dossier.attach');
  const [notes, setNotes] = useState<ReadonlyMap<string, string>>(new Map());
  /** The version each name stands for since a moment ago: what the file's page does not list yet. */
  const newest = useRef(new Map<string, { readonly id: string; readonly version: number }>());
  useEffect(() => {
    const listed = new Set(view.files.flatMap((file) => [file.id, ...file.older.map((older) => older.id)]));
    // From here on the page knows better: the document may have been taken off, renamed or replaced.
    for (const [name, taken] of newest.current) if (listed.has(taken.id)) newest.current.delete(name);
  }, [view.files]);
  const before = (name: string) =>
    newest.current.get(name) ?? replaced ?? view.files.find((file) => file.name === name);

  const put = async ({ manifest, name, warning, intake, attached }: TakenFile): Promise<void> => {
    const known = manifestIdField.safeParse(manifest);
    if (!known.success) return;
    const earlier = before(name);
    const replaces = rowIdField.safeParse(earlier?.id);
    const reply = await attach({
      ...{ dossier: id, manifest: known.data, name },
      ...(replaces.success ? { replaces: replaces.data } : {}),
    });
    const said = warning === null ? [] : [dossier(`warning.${warning}`)];
    const there = reply.ok || reply.failure.code === 'file.already-on-dossier';
    if (!reply.ok) said.push(failureText(reply.failure));
    else {
      const version = (earlier?.version ?? 0) + 1;
      newest.current.set(name, { id: reply.value.id, version });
      if (version > 1) said.push(t('taken.version', { version }));
      const numbers = reply.value.alsoOn.join(t('taken.and'));
      if (numbers !== '') said.push(t('taken.alsoOn', { numbers }));
    }
    if (there) said.push((await attached?.()) ?? '');
    setNotes((kept) => new Map(kept).set(intake, said.filter((sentence) => sentence !== '').join(' ')));
  };
  return { ...useIntake((file) => void put(file)), notes };
}
