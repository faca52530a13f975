import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DraftNews,
  type DraftStore,
  longestWait,
  makeDraftKeeper,
  quietTime,
  retryTime,
} from '#renderer/ui/form/draft-store.ts';
import { readDraft } from '#renderer/ui/form/use-draft.ts';

/** A store whose saves end when the test says so. */
function slowStore() {
  const begun: string[] = [];
  const ends: ((saved: boolean | 'never') => void)[] = [];
  const kept: string[] = [];
  const store: DraftStore = {
    load: () => Promise.resolve(null),
    save: (text) => {
      begun.push(text);
      return new Promise((resolve) => {
        ends.push((saved) => {
          if (saved === true) kept.push(text);
          if (saved === 'never') resolve('never');
          else resolve(saved ? { at: `at ${text}` } : 'not-now');
        });
      });
    },
    discard: () => {
      kept.length = 0;
      return Promise.resolve();
    },
  };
  return { store, begun, ends, kept };
}

function handTimers() {
  let next = 1;
  const waiting = new Map<number, { ms: number; run: () => void }>();
  return {
    timers: {
      after: (ms: number, run: () => void) => {
        waiting.set(next, { ms, run });
        next += 1;
        return next - 1;
      },
      cancel: (timer: number) => {
        waiting.delete(timer);
      },
    },
    waiting,
    fire: () => {
      for (const [id, timer] of waiting) {
        waiting.delete(id);
        timer.run();
      }
    },
  };
}

/** Timers over a clock that runs when the test says so. */
function runningTimers() {
  let clock = 0;
  let next = 1;
  const waiting = new Map<number, { readonly at: number; readonly run: () => void }>();
  const turn = async (): Promise<void> => {
    clock += 1;
    for (const [id, timer] of [...waiting]) {
      if (timer.at > clock || !waiting.delete(id)) continue;
      timer.run();
      await settled();
    }
  };
  const after = (ms: number, run: () => void): number => {
    waiting.set(next, { at: clock + ms, run });
    next += 1;
    return next - 1;
  };
  const pass = async (ms: number): Promise<void> => {
    for (const end = clock + ms; clock < end; ) await turn();
  };
  return { timers: { after, cancel: (id: number) => void waiting.delete(id) }, now: () => clock, pass };
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

describe('keeping a draft', () => {
  it('saves once after a moment of quiet, with the newest text', async () => {
    const { store, begun, ends } = slowStore();
    const { timers, waiting, fire } = handTimers();
    const news: DraftNews[] = [];
    const keeper = makeDraftKeeper(store, timers, (next) => news.push(next));
    keeper.typed('周');
    keeper.typed('周某');
    expect([...waiting.values()].map((timer) => timer.ms).toSorted((a, b) => a - b)).toEqual([quietTime, longestWait]);
    fire();
    await settled();
    ends[0]?.(true);
    await settled();
    expect(begun).toEqual(['周某']);
    expect(news.at(-1)).toEqual({ kind: 'saved', at: 'at 周某' });
  });

  it('saves while somebody types without a pause, at the latest two seconds after the first key', async () => {
    const { store } = slowStore();
    const { timers, pass, now } = runningTimers();
    const saves: { readonly at: number; readonly text: string }[] = [];
    const save = (text: string) => {
      saves.push({ at: now(), text });
      return Promise.resolve({ at: text });
    };
    const keeper = makeDraftKeeper({ ...store, save }, timers, () => {});
    for (let key = 1; key <= 100; key += 1) {
      keeper.typed(String(key));
      await pass(100);
    }
    await pass(quietTime);
    expect(saves).toEqual([...[2000, 4000, 6000, 8000, 10_000].map((at) => ({ at, text: String(at / 100) }))]);
    await pass(60_000);
    expect(saves).toHaveLength(5);
  });

  it('says so when a save fails, and tries again with the next change', async () => {
    const { store, ends, kept } = slowStore();
    const { timers } = handTimers();
    const news: DraftNews[] = [];
    const keeper = makeDraftKeeper(store, timers, (next) => news.push(next));
    keeper.typed('a');
    const first = keeper.flush();
    await settled();
    ends[0]?.(false);
    await first;
    expect(news.at(-1)).toEqual({ kind: 'failed' });
    const second = keeper.flush();
    await settled();
    ends[1]?.(true);
    await second;
    expect(kept).toEqual(['a']);
  });

  it('tries a failed save again by itself until it is saved', async () => {
    const { store, begun, ends, kept } = slowStore();
    const { timers, waiting, fire } = handTimers();
    const news: DraftNews[] = [];
    const keeper = makeDraftKeeper(store, timers, (next) => news.push(next));
    keeper.typed('a');
    for (const saved of [false, false, true]) {
      fire();
      await settled();
      ends[begun.length - 1]?.(saved);
      await settled();
      if (!saved) expect([...waiting.values()].map((timer) => timer.ms)).toEqual([retryTime]);
    }
    expect(waiting.size).toBe(0);
    expect(kept).toEqual(['a']);
    expect(news.at(-1)).toEqual({ kind: 'saved', at: 'at a' });
  });

  it('says that a text can never be saved, and tries again only with another one', async () => {
    const { store, begun, ends, kept } = slowStore();
    const { timers, waiting, fire } = handTimers();
    const news: DraftNews[] = [];
    const keeper = makeDraftKeeper(store, timers, (next) => news.push(next));
    keeper.typed('too long');
    fire();
    await settled();
    ends[0]?.('never');
    await settled();
    expect(news.at(-1)).toEqual({ kind: 'refused' });
    expect(waiting.size).toBe(0);
    keeper.typed('short');
    fire();
    await settled();
    ends[1]?.(true);
    await settled();
    expect([begun, kept]).toEqual([['too long', 'short'], ['short']]);
    expect(news.at(-1)).toEqual({ kind: 'saved', at: 'at short' });
  });

  it('of a form that went away saves once more and never again, so that no later form is written over', async () => {
    const { store, begun, ends } = slowStore();
    const { timers, waiting } = handTimers();
    const keeper = makeDraftKeeper(store, timers, () => {});
    keeper.typed('a');
    const gone = keeper.leave();
    await settled();
    ends[0]?.(false);
    await gone;
    expect(begun).toEqual(['a']);
    expect(waiting.size).toBe(0);
  });

  it('is not brought back by a save that was under way when the form was submitted', async () => {
    const { store, ends, kept } = slowStore();
    const { timers } = handTimers();
    const keeper = makeDraftKeeper(store, timers, () => {});
    keeper.typed('a');
    void keeper.flush();
    await settled();
    const finished = keeper.stop().then(() => store.discard());
    ends[0]?.(true);
    await finished;
    keeper.typed('b');
    await keeper.flush();
    expect(kept).toEqual([]);
  });

  it('never has two saves under way and always ends with the last text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('type', 'flush', 'fire', 'end'), { maxLength: 40 }), async (steps) => {
        const { store, begun, ends, kept } = slowStore();
        const { timers, fire } = handTimers();
        const keeper = makeDraftKeeper(store, timers, () => {});
        let typed = 0;
        let ended = 0;
        for (const step of [...steps, 'type']) {
          if (step === 'type') keeper.typed(String(++typed));
          if (step === 'flush') void keeper.flush();
          if (step === 'fire') fire();
          if (step === 'end' && ended < ends.length) ends[ended++]?.(true);
          await settled();
          expect(begun.length - ended).toBeLessThanOrEqual(1);
        }
        void keeper.flush();
        await settled();
        while (ended < ends.length) {
          ends[ended++]?.(true);
          await settled();
        }
        expect(kept.at(-1)).toBe(String(typed));
        expect(kept.map(Number)).toEqual(kept.map(Number).toSorted((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });
});

describe('reading a kept draft', () => {
  const initial = { name: '', parties: [] as string[], on: null as string | null };

  it('takes what fits the form', () => {
    expect(readDraft('{"name":"周","parties":["a"],"on":"2026-03-17"}', initial)?.name).toBe('周');
  });

  it.each([
    '',
    'null',
    '[]',
    '{"name":1,"parties":[],"on":null}',
    '{"name":"a","on":null}',
    '{"name":"a","parties":{},"on":null}',
  ])('leaves %s alone', (text) => {
    expect(readDraft(text, initial)).toBeUndefined();
  });
});
