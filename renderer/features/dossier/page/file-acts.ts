import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { dossierIdField } from '#shared/contract/fields.ts';
import { mayJoin, maySeparate } from '../joining/may-join.ts';
import { formSounds, stepSounds } from './act-sounds.ts';
import type { View } from './dossier-page.tsx';
import { offeredHere } from './stage-line.tsx';

/** An act on the file that is open, run by name: where its form stands, and the words it is found by. */
type FileAct = {
  readonly id: string;
  readonly title: string;
  /** The number of the file. */
  readonly number: string;
  readonly words: string;
  readonly href: string;
};

/** A form of a file's page by the key of its name, over the tab it belongs to. */
type Form = { readonly form: string; readonly text: string; readonly sound: string; readonly tab?: string };

/** The forms the rules allow on a file now, in the order in which its page shows them. */
function formsOn(view: View): readonly Form[] {
  const may = new Set<string>(view.may);
  const { side, stage } = view.row;
  const form = (name: string, text: string, more: { readonly of?: string; readonly tab?: string } = {}): Form => ({
    ...{ form: name, text, sound: formSounds[more.of === undefined ? name : `${name}.${more.of}`] ?? '' },
    ...(more.tab === undefined ? {} : { tab: more.tab }),
  });
  return [
    ...(may.has('accept') ? [form('dossier.accept', `dossier:accept.open.${side}`, { of: side })] : []),
    ...(may.has('close') ? [form('dossier.close', 'dossier:close.open')] : []),
    ...(may.has('reject') ? [form('dossier.close', 'dossier:close.openReject', { of: 'reject' })] : []),
    ...(may.has('amend')
      ? [
          form('dossier.amend', 'dossier:history.kind.dossier.amended'),
          form('party.add', 'dossier:party.add', { tab: 'parties' }),
          form('party.paste', 'members:paste.open', { tab: 'parties' }),
          form('claim.add', `dossier:claim.add.${side}`, { of: side, tab: 'claims' }),
          ...(side === 'arb' ? [form('collective.mark', 'collective:mark.open')] : []),
        ]
      : []),
    ...(stage === 'ARCHIVED' ? [] : [form('clock.start', 'dossier:limit.add')]),
    ...(mayJoin(view) ? [form('dossier.join', 'joining:join.open')] : []),
    ...(maySeparate(view) ? [form('dossier.separate', 'joining:separate.open')] : []),
    form('dossier.link', 'dossier:link.open'),
  ];
}

/** Where the form of an act stands: over the tab it belongs to, or on a page of its own. */
const over = (id: string, { form, tab }: Pick<Form, 'form' | 'tab'>): string =>
  `${tab === undefined ? addresses.dossier(id) : addresses.dossierTab(id, tab)}?act=${form}`;

/** The words of an act in the language of the page, and in both for finding it. */
function useActWords(): (key: string, sound: string) => Pick<FileAct, 'title' | 'words'> {
  const { i18n, t } = useTranslation(['dossier', 'members', 'joining', 'collective']);
  const [zh, en] = [i18n.getFixedT('zh-CN'), i18n.getFixedT('en')];
  return (key, sound) => ({ title: t(key), words: `${zh(key)} ${en(key)} ${sound}` });
}

/** What may be done now to the file that is open: its steps, and the forms of its page. Nothing elsewhere. */
export function useFileActs(): readonly FileAct[] {
  const said = useActWords();
  const bilingual = useBilingual();
  const { pathname } = useLocation();
  const [, section, file] = pathname.split('/');
  const id = dossierIdField.safeParse(section === 'dossiers' ? file : undefined);
  const view = useAsk('dossier.get', id.success ? { dossier: id.data } : undefined).last;
  if (!id.success || view === undefined || view.row.id !== id.data) return [];
  const number = view.row.caseNo ?? view.row.windowNo;
  const act = (name: string, href: string, words: Pick<FileAct, 'title' | 'words'>): FileAct => ({
    ...{ id: `act:${name}`, number, href },
    ...words,
  });
  return [
    ...formsOn(view).map((one) => act(`${one.form}.${one.text}`, over(id.data, one), said(one.text, one.sound))),
    ...offeredHere(view).map(({ code, name }) =>
      act(code, over(id.data, { form: `dossier.step:${code}` }), {
        title: bilingual(name),
        words: `${name.zh} ${name.en} ${stepSounds[code] ?? ''}`,
      }),
    ),
    ...(view.may.includes('request')
      ? [
          act(
            'request.new',
            addresses.newRequest(id.data),
            said('dossier:request.new', formSounds['request.new'] ?? ''),
          ),
        ]
      : []),
    act('note.add', addresses.dossierTab(id.data, 'notes'), said('dossier:note.submit', formSounds['note.add'] ?? '')),
    act(
      'file.attach',
      addresses.dossierTab(id.data, 'files'),
      said('dossier:history.kind.file.attached', formSounds['file.attach'] ?? ''),
    ),
  ];
}
