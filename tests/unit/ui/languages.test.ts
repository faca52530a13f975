import { describe, expect, it } from 'vitest';
import { makeLanguages } from '#renderer/i18n/languages.ts';
import { readLanguage, resources } from '#renderer/i18n/resources.ts';

type Texts = { readonly [key: string]: string | Texts };

function flat(texts: Texts, under = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') found.set(`${under}${key}`, value);
    else for (const [inner, text] of flat(value, `${under}${key}.`)) found.set(inner, text);
  }
  return found;
}

describe.each(Object.keys(resources['zh-CN']))('the texts of %s', (namespace) => {
  const chinese = flat((resources['zh-CN'] as Record<string, Texts>)[namespace] ?? {});
  const english = flat((resources.en as Record<string, Texts>)[namespace] ?? {});

  it('hold no exclamation marks', () => {
    for (const [key, text] of [...chinese, ...english]) expect(/[!！]/.test(text), key).toBe(false);
  });
});

describe('a key without a text', () => {
  it('is reported and shown as such, and never taken from the other language', () => {
    const missing: string[] = [];
    const languages = makeLanguages('en', (key) => missing.push(key));
    expect(languages.t('ui:no.such.key')).toBe('⟦no.such.key⟧');
    expect(missing).toEqual(['ui:no.such.key']);
  });
});

describe('English counts', () => {
  const { t } = makeLanguages('en', (key) => {
    throw new Error(key);
  });
  it.each([
    ['ui:form.errors', {}, '1 place needs correction', '2 places need correction'],
    ['deadline:summary.running', { date: 'D', left: 'N' }, 'Due D, N day left.', 'Due D, N days left.'],
    ['deadline:reason.extended', { on: 'D', n: 'N' }, 'D extended by N day', 'D extended by N days'],
    ['deadline:unit.working-day', { n: 'N' }, 'N working day', 'N working days'],
    ['today:head.waiting', { n: 'N' }, 'N waits for our answer', 'N wait for our answer'],
  ] as const)('%s says one and more', (key, values, one, more) => {
    expect(t(key, { ...values, count: 1 })).toBe(one);
    expect(t(key, { ...values, count: 2 })).toBe(more);
  });
});

describe('a language tag', () => {
  it.each([
    ['zh-Hans-CN', 'zh-CN'],
    ['en-GB', 'en'],
    ['fr', undefined],
    [null, undefined],
  ])('%s is read as %s', (tag, language) => {
    expect(readLanguage(tag)).toBe(language);
  });
});
