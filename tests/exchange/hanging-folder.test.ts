import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { folderInReach } from '#electron/exchange/folder.ts';
import { inTime } from '#electron/exchange/in-time.ts';
import { freshRoot } from './support/carriers.ts';

const boundMs = 30;

/** Work that ends when it is told to, as on a share whose server comes back. */
function hanging() {
  const { promise, resolve } = Promise.withResolvers<string>();
  let begun = 0;
  const work = (): Promise<string> => {
    begun += 1;
    return promise;
  };
  return { work, begun: () => begun, end: () => resolve('there') };
}

describe('a place that hangs', () => {
  test('is given up after its time, and nothing more is begun there until it answers', async () => {
    const place = freshRoot();
    const share = hanging();
    await expect(inTime(place, boundMs, share.work)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    const started = performance.now();
    await expect(inTime(place, 60_000, share.work)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect(performance.now() - started).toBeLessThan(1000);
    expect(share.begun()).toBe(1);
    expect(await folderInReach(place)).toEqual({ ok: false, error: 'unreachable' });
    share.end();
    await setImmediate();
    expect(await inTime(place, boundMs, share.work)).toBe('there');
    expect(await folderInReach(place)).toMatchObject({ ok: true });
  });

  test('keeps no other place from answering', async () => {
    const [dead, alive] = [freshRoot(), freshRoot()];
    const share = hanging();
    await expect(inTime(dead, boundMs, share.work)).rejects.toThrow('no answer in time');
    expect(await folderInReach(alive)).toMatchObject({ ok: true });
    share.end();
    await setImmediate();
  });

  test('with two others leaves one thread of the machine alone', async () => {
    const shares = [hanging(), hanging(), hanging(), hanging()];
    const asked = shares.map(({ work }) => inTime(freshRoot(), boundMs, work).catch(() => 'late'));
    const [first, second, third] = asked;
    await Promise.all([first, second, third]);
    const next = hanging();
    await expect(inTime(freshRoot(), 60_000, next.work)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect(next.begun()).toBe(0);
    for (const { end } of shares) end();
    await Promise.all(asked);
    await setImmediate();
    expect(await folderInReach(freshRoot())).toMatchObject({ ok: true });
  });

  test('hands on what the work answers or refuses when it comes in time', async () => {
    const place = freshRoot();
    expect(await inTime(place, 60_000, () => Promise.resolve(7))).toBe(7);
    await expect(inTime(place, 60_000, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await inTime(place, 60_000, () => Promise.resolve(8))).toBe(8);
  });
});
