import { afterEach, expect, it, vi } from 'vitest';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

type Drafts = typeof import('#renderer/app/api/window-drafts.ts');

/** A window over the office: the screen's own code, loaded anew as a page load does. */
async function openWindow(office: TestOffice): Promise<Drafts> {
  vi.resetModules();
  const invoke = async (name: string, input: unknown) => ({
    ok: true,
    value: await office.ask(name as never, input as never),
  });
  vi.stubGlobal('window', { xieban: { invoke, onChanged: () => () => {} } });
  const drafts: Drafts = await import('#renderer/app/api/window-drafts.ts');
  await drafts.keptDraft('any.form');
  return drafts;
}

const key = 'request.reply:1';
const typed = (text: string) => ({ title: '回函', text });

afterEach(() => {
  vi.unstubAllGlobals();
});

it('two windows that write in one form each find their own text again and are told of the other', async () => {
  const office = await testOffice();
  const [first, second] = [await openWindow(office), await openWindow(office)];
  await first.saveDraft(key, typed('"甲"'));
  await second.saveDraft(key, typed('"乙"'));
  expect([first.writtenElsewhere(key), second.writtenElsewhere(key)]).toEqual([false, true]);
  expect((await first.keptDraft(key))?.text).toBe('"甲"');
  expect(first.writtenElsewhere(key)).toBe(true);
  await second.discardDraft(key);
  expect((await first.keptDraft(key))?.text).toBe('"甲"');
  expect(first.writtenElsewhere(key)).toBe(false);
});

it('a window opened later goes on from the draft that was left, and ends it with its own', async () => {
  const office = await testOffice();
  const first = await openWindow(office);
  await first.saveDraft(key, typed('"甲"'));
  const second = await openWindow(office);
  expect((await second.keptDraft(key))?.text).toBe('"甲"');
  await second.saveDraft(key, typed('"甲又写"'));
  expect(second.writtenElsewhere(key)).toBe(false);
  await second.discardDraft(key);
  expect(await first.keptDraft(key)).toBeNull();
});

it('a window that hands in what another went on writing leaves that text alone', async () => {
  const office = await testOffice();
  const first = await openWindow(office);
  await first.saveDraft(key, typed('"甲"'));
  const second = await openWindow(office);
  await second.keptDraft(key);
  await first.saveDraft(key, typed('"甲又写"'));
  await second.discardDraft(key);
  expect((await first.keptDraft(key))?.text).toBe('"甲又写"');
});
