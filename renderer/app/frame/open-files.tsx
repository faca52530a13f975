import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { FileStrip } from '#renderer/ui/frame/file-strip.tsx';
import { useShortcut } from '#renderer/ui/keys/shortcut-provider.tsx';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import type { DossierId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { dossierIdField } from '#shared/contract/fields.ts';
import { addresses } from '../api/addresses.ts';
import { useAct } from '../api/use-act.ts';
import { useAsk } from '../api/use-ask.ts';
import { useWindowName } from './window-name.ts';

type Open = CallOutput<'openFile.list'>;

/** Where each file was left in this window: its tab, and the form that was open over it. */
const leftAt = new Map<string, string>();

const addressOf = (id: string): string => leftAt.get(id) ?? addresses.dossier(id);

function go(href: string): void {
  window.location.hash = href;
}

/** The file an address is the page of. */
function fileOf(pathname: string): DossierId | undefined {
  const [, section, id] = pathname.split('/');
  const known = dossierIdField.safeParse(id);
  return section === 'dossiers' && known.success ? known.data : undefined;
}

/** Notes in the data which file is looked at, and in memory where in it. */
function useShown(window: string | undefined, current: DossierId | undefined, me: string | undefined): void {
  const { pathname, search } = useLocation();
  const [show] = useAct('openFile.show');
  useEffect(() => {
    if (window !== undefined && current !== undefined && me !== undefined) void show({ window, dossier: current });
  }, [window, current, me, show]);
  useEffect(() => {
    if (current !== undefined) leftAt.set(current, `#${pathname}${search}`);
  }, [current, pathname, search]);
}

type Acts = { readonly close: (id: string) => void; readonly reopen: () => void };

function useActs(window: string | undefined, open: Open | undefined, current: string | undefined): Acts {
  const announce = useAnnounce();
  const failureText = useFailureText();
  const [close] = useAct('openFile.close');
  const [reopen] = useAct('openFile.reopen');
  return {
    close: (id) => {
      const known = dossierIdField.safeParse(id);
      if (window === undefined || !known.success) return;
      const files = open?.files ?? [];
      const place = files.findIndex((file) => file.id === id);
      const next = files[place + 1] ?? files[place - 1];
      if (id === current) go(next === undefined ? addresses.dossiers : addressOf(next.id));
      void close({ window, dossier: known.data });
    },
    reopen: () => {
      if (window === undefined) return;
      void reopen({ window }).then((reply) => {
        if (reply.ok) go(addressOf(reply.value.id));
        else announce(failureText(reply.failure), 'assertive');
      });
    },
  };
}

/** The keys of the strip, which work from every page. */
function useKeys(open: Open | undefined, current: string | undefined, acts: Acts): void {
  const { t } = useTranslation('workplace');
  const files = open?.files ?? [];
  const place = files.findIndex((file) => file.id === current);
  const turn = (by: 1 | -1): void => {
    // From a page that is no file's the first key leads to the file at that end.
    const from = place === -1 && by === -1 ? 0 : place;
    const next = files[(from + by + files.length) % files.length];
    if (next !== undefined) go(addressOf(next.id));
  };
  useShortcut(['Alt+PageDown'], t('files.next'), () => turn(1), files.length > 0);
  useShortcut(['Alt+PageUp'], t('files.before'), () => turn(-1), files.length > 0);
  useShortcut(['Alt+W'], t('files.closeThis'), () => acts.close(current ?? ''), current !== undefined);
  useShortcut(['Alt+R'], t('files.reopen'), acts.reopen, (open?.closed ?? 0) > 0);
}

/**
 * The files open in this window, in the order they were opened: each leads back to where it was left, with its tab and its
 * form. They are kept in the data, and are there again after a restart. Nothing is shown while the page's own file is the
 * only one.
 */
export function OpenFiles() {
  const { t } = useTranslation('workplace');
  const name = useWindowName();
  const { pathname } = useLocation();
  const current = fileOf(pathname);
  const me = useAsk('office.get', {}).last?.me.id;
  useShown(name, current, me);
  const open = useAsk('openFile.list', name === undefined ? undefined : { window: name }).last;
  const acts = useActs(name, open, current);
  useKeys(open, current, acts);
  const files = open?.files ?? [];
  if (files.length === 0 || (files.length === 1 && files[0]?.id === current)) return null;
  return (
    <FileStrip
      label={t('files.label')}
      keysSay={t('files.go')}
      files={files.map(({ id, number, title }) => ({ id, number, title, href: addressOf(id) }))}
      current={current}
      closeLabel={(number) => t('files.close', { number })}
      onGo={(href) => go(href)}
      onClose={acts.close}
    />
  );
}
