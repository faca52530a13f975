import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DeskBackend } from '#electron/backend/desks.ts';
import { fillSample, type SampleDesks } from '#electron/backend/fill-sample.ts';
import { type Act, actsOn } from '#electron/backend/sample/acting.ts';
import { createSampleClock } from '#electron/backend/sample/sample-clock.ts';
import { openBackend } from '#electron/services/backend.ts';
import { type Desk, desks } from '#shared/contract/desk.ts';
import { dossierIdField, requestIdField } from '#shared/contract/fields.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';

type Sample = {
  readonly acts: Readonly<Record<Desk, Act>>;
  readonly warnings: readonly string[];
  readonly cpuMs: number;
};

/** Makes the sample on a machine whose clock stands at a moment of Asia/Shanghai. */
async function sampleAt(moment: string): Promise<Sample> {
  const folder = tempFolder();
  const clock = createSampleClock(() => Date.parse(`${moment}:00+08:00`));
  const warnings: string[] = [];
  const log = { info: () => undefined, warn: (event: string) => void warnings.push(event) };
  const secretStore = { wrap: async (key: Uint8Array) => key, unwrap: async (key: Uint8Array) => key };
  const open = async (desk: Desk): Promise<DeskBackend> => {
    const ports = { clock, random: trueRandom, log };
    const place = { folder: join(folder, desk), desk, sample: true, secretStore, sampleDoor: undefined };
    const backend = unwrap(await openBackend({ ...place, ports, version: '0.0.0', exchangeEvery: 5000 }));
    onTestFinished(() => backend.close());
    return backend;
  };
  mkdirSync(join(folder, 'exchange'));
  const pair: SampleDesks = { own: await open('own'), partner: await open('partner') };
  const begun = process.cpuUsage();
  unwrap(await fillSample(pair, join(folder, 'exchange'), clock));
  const { user, system } = process.cpuUsage(begun);
  return { acts: { own: actsOn(pair.own), partner: actsOn(pair.partner) }, warnings, cpuMs: (user + system) / 1000 };
}

const everything = { limit: 200 } as const;
const allFiles = { ...everything, filter: { status: 'all' as const } };

async function digests(act: Act): Promise<Map<string, string>> {
  const { rows } = await act('request.list', everything);
  const found = new Map<string, string>();
  for (const { id, state } of rows) {
    // What is still inside one office is no business of the other.
    if (state === 'approval') continue;
    found.set(id, (await act('request.get', { request: requestIdField.parse(id) })).digest);
  }
  return found;
}

async function expectSame({ acts, warnings, cpuMs }: Sample): Promise<void> {
  const [own, partner] = [await digests(acts.own), await digests(acts.partner)];
  expect(own.size).toBeGreaterThanOrEqual(8);
  expect(partner).toEqual(own);
  for (const desk of desks) {
    const status = await acts[desk]('sync.status', {});
    expect(status).toMatchObject({ local: 0, sent: 0, quarantine: [] });
    expect(status.partners).toMatchObject([{ problem: null, filesMissing: 0 }]);
  }
  expect(warnings).toEqual([]);
  // Time of this process alone: other suites run beside this one.
  expect(cpuMs).toBeLessThan(8_000);
}

async function expectShelves({ acts }: Sample): Promise<void> {
  const { rows, total } = await acts.own('dossier.list', allFiles);
  const statuses = rows.map(({ status }) => status);
  expect(statuses).toEqual(expect.arrayContaining(['accepted', 'closed', 'received']));
  expect(total).toBeGreaterThanOrEqual(12);
  const limits = rows.flatMap(({ next }) => (next ? [next] : []));
  expect(limits.map(({ state }) => state)).toContain('suspended');
  expect(limits.map(({ lamp }) => lamp)).toEqual(expect.arrayContaining(['overdue', 'soon', 'fine']));
}

async function expectRequests({ acts }: Sample): Promise<void> {
  const states = async (act: Act) => (await act('request.list', everything)).rows.map(({ state }) => state).toSorted();
  const shared = ['accepted', 'accepted', 'answered', 'closed', 'registered', 'returned', 'sent', 'sent'];
  expect(await states(acts.own)).toEqual(['accepted', 'accepted', 'answered', 'approval', ...shared.slice(3)]);
  expect(await states(acts.partner)).toEqual(shared);
}

async function expectDays({ acts }: Sample): Promise<void> {
  const today = await acts.own('today.get', {});
  const parts = [today.overdue, today.arrived, today.waitingForUs, today.inApproval];
  expect(parts.map(({ length }) => length > 0)).toEqual([true, true, true, true]);
  expect(today.overdue.map(({ todo, due }) => [todo, due?.daysLeft])).toEqual([['decide', expect.any(Number)]]);
  const there = await acts.partner('today.get', {});
  expect([there.arrived.length > 0, there.waitingForUs.length > 0]).toEqual([true, true]);
}

describe('the sample', () => {
  test.for([
    ['2026-11-22T10:15', 'a Sunday'],
    ['2026-10-08T07:40', 'the morning after the October holidays'],
    ['2027-02-18T16:00', 'a year without an official notice'],
  ])('made at %s, %s, is the same on both desks and gives every page something true', async ([moment]) => {
    const sample = await sampleAt(moment ?? '');
    await expectSame(sample);
    await expectShelves(sample);
    await expectRequests(sample);
    await expectDays(sample);
  });
});

describe('the data of the sample', () => {
  test('shows no whole identity number outside a reveal, and doubts none', async () => {
    const { acts } = await sampleAt('2026-11-22T10:15');
    const seen: unknown[] = [];
    for (const desk of desks) {
      const act = acts[desk];
      const { rows } = await act('dossier.list', allFiles);
      const requests = await act('request.list', everything);
      seen.push(rows, requests, await act('today.get', {}), await act('audit.list', { limit: 200 }));
      for (const { id } of rows) {
        const view = await act('dossier.get', { dossier: dossierIdField.parse(id) });
        expect(view.parties.flatMap(({ warnings }) => warnings)).toEqual([]);
        seen.push(view, await act('dossier.history', { dossier: dossierIdField.parse(id), limit: 200 }));
      }
    }
    // A hash may hold as many digits in a row; an identity number stands by itself.
    expect(JSON.stringify(seen)).not.toMatch(/(?<![0-9a-z])\d{17}[\dX](?![0-9a-z])/);
  });

  test('has each case where the law puts it: worked here, or the employer is here', async () => {
    const { acts } = await sampleAt('2026-11-22T10:15');
    for (const [desk, here] of [
      ['own', '青浦'],
      ['partner', '吴江'],
    ] as const) {
      const { rows } = await acts[desk]('dossier.list', allFiles);
      for (const row of rows.filter(({ status }) => status === 'accepted')) {
        const { summary, parties } = await acts[desk]('dossier.get', { dossier: dossierIdField.parse(row.id) });
        const places = parties.filter(({ type }) => type === 'unit').map(({ address }) => address);
        // 调解仲裁法21: 合同履行地或用人单位所在地; 监察条例13: 用工所在地.
        const worked = new RegExp(`在${here}.*(做工|工地)|履行地在${here}|用工在${here}`);
        if (!places.some((place) => place.includes(here))) expect(summary).toMatch(worked);
      }
    }
  });

  test('keeps the suspension as a decision of its own; its chains verify and rebuild to the same tables', async () => {
    const { acts } = await sampleAt('2026-11-22T10:15');
    const { rows } = await acts.own('dossier.list', allFiles);
    const suspended = dossierIdField.parse(rows.find(({ next }) => next?.state === 'suspended')?.id);
    const history = await acts.own('dossier.history', { dossier: suspended, limit: 200 });
    const decision = history.rows.find(({ kind }) => kind === 'clock.recorded');
    expect(decision?.facts).toMatchObject({ type: 'SUSPEND', ground: '47-6', rule: 'ARB.LIMIT' });
    for (const desk of desks) {
      expect(await acts[desk]('store.verify', {})).toMatchObject({ problems: [] });
      expect(await acts[desk]('store.rebuild', {})).toMatchObject({ same: true });
    }
    expect(await acts.own('dossier.list', allFiles)).toMatchObject({ rows });
  });
});
