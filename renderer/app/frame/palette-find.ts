import { useTranslation } from 'react-i18next';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { PaletteEntry } from '#renderer/ui/palette/palette.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { partyRoleNames } from '#shared/domain/party/party.ts';
import { addresses } from '../api/addresses.ts';
import { client } from '../api/client.ts';

function go(href: string): void {
  window.location.hash = href;
}

type Found = CallOutput<'find.anything'>;
type Row = CallOutput<'request.list'>['rows'][number];

/** Requests whose number, receipt number, partner or object matches, as the section would list them. */
async function findRequests(text: string): Promise<readonly Row[]> {
  const reply = await client().call('request.list', { limit: 8, text: text.slice(0, 100) });
  return reply.ok ? reply.value.rows : [];
}

async function findRest(text: string): Promise<Found> {
  const reply = await client().call('find.anything', { text: text.slice(0, 100) });
  return reply.ok ? reply.value : { files: [], parties: [], people: [] };
}

type Employer = CallOutput<'employer.list'>['rows'][number];

/** Employers by name, former name, sound or code. */
async function findEmployers(text: string): Promise<readonly Employer[]> {
  const reply = await client().call('employer.list', { limit: 5, filter: { text: text.slice(0, 100) } });
  return reply.ok ? reply.value.rows : [];
}

function employerEntries(rows: readonly Employer[], kind: string): readonly PaletteEntry[] {
  return rows.map((row) => ({
    ...{ id: row.id, kind, title: row.name, detail: row.code },
    run: () => {
      go(addresses.employer(row.id));
    },
  }));
}

function fileEntries({ files }: Found, kind: string): readonly PaletteEntry[] {
  return files.map((row) => ({
    ...{ id: row.id, kind, title: row.caseNo ?? row.windowNo, detail: row.title },
    run: () => {
      go(addresses.dossier(row.id));
    },
  }));
}

function peopleEntries({ people }: Found, kind: string, roles: (person: Found['people'][number]) => string) {
  return people.map(
    (person): PaletteEntry => ({
      ...{ id: person.id, kind, title: person.name, detail: roles(person) },
      run: () => {
        go(addresses.settingsPart(`people/${person.id}`));
      },
    }),
  );
}

const isRole = (role: string): role is keyof typeof partyRoleNames => Object.hasOwn(partyRoleNames, role);

/** What is found for a few characters: files, the parties on them that are called so, employers, people, and requests. */
export function useFind(): (text: string) => Promise<readonly PaletteEntry[]> {
  const { t } = useTranslation('workplace');
  const { t: app } = useTranslation('app');
  const bilingual = useBilingual();
  const partyEntries = ({ parties }: Found): readonly PaletteEntry[] =>
    parties.map(({ id, dossier, number, role, name }) => ({
      ...{ id, kind: t('find.party'), title: name },
      detail: t('find.partyOn', { role: isRole(role) ? bilingual(partyRoleNames[role]) : role, number }),
      run: () => {
        go(addresses.dossierTab(dossier, 'parties'));
      },
    }));
  const requestEntries = (rows: readonly Row[]): readonly PaletteEntry[] =>
    rows.map((row) => ({
      ...{ id: row.id, kind: t('find.request') },
      title: row.number ?? row.registerNo ?? app('palette.unnumbered'),
      detail: [row.registerNo !== null && row.number !== null ? row.registerNo : '', row.partnerName, row.title]
        .filter((part) => part !== '')
        .join(' · '),
      run: () => {
        go(addresses.request(row.id));
      },
    }));
  return async (text) => {
    const [found, requests, employers] = await Promise.all([findRest(text), findRequests(text), findEmployers(text)]);
    return [
      ...fileEntries(found, t('find.file')),
      ...partyEntries(found),
      ...employerEntries(employers, t('find.employer')),
      ...peopleEntries(found, t('find.person'), ({ roles }) =>
        roles.map((role) => app(`person.role.${role}`)).join(' · '),
      ),
      ...requestEntries(requests),
    ];
  };
}
