import { describe, expect, it } from 'vitest';
import { type Appearance, rememberAppearance, rememberedAppearance } from '#renderer/app/appearance-memory.ts';

function memory(text: string | null = null) {
  let held = text;
  return {
    getItem: () => held,
    setItem: (_key: string, value: string) => {
      held = value;
    },
  };
}

describe('the look to begin with', () => {
  it('is Chinese, as the system is lit, at 14 pixels', () => {
    expect(rememberedAppearance('zh-CN', memory())).toEqual({ language: 'zh-CN', theme: 'system', fontSize: 14 });
  });

  it('is what this machine showed last', () => {
    const look: Appearance = { language: 'en', theme: 'dark', fontSize: 18 };
    const storage = memory();
    rememberAppearance(look, storage);
    expect(rememberedAppearance('zh-CN', storage)).toEqual(look);
  });

  it('speaks the language the program was started with', () => {
    expect(rememberedAppearance('en', memory('{"language":"zh-CN"}')).language).toBe('en');
  });

  it.each(['', '{', 'null', '7', '{"language":"fr","theme":"pink","fontSize":99}'])(
    'survives %s in the memory',
    (text) => {
      expect(rememberedAppearance('zh-CN', memory(text))).toEqual({ language: 'zh-CN', theme: 'system', fontSize: 14 });
    },
  );

  it('is not disturbed by a storage that refuses', () => {
    const full = {
      setItem: () => {
        throw new Error('quota');
      },
    };
    expect(() => {
      rememberAppearance({ language: 'en', theme: 'dark', fontSize: 14 }, full);
    }).not.toThrow();
  });
});
