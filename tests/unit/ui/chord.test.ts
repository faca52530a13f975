import { describe, expect, it } from 'vitest';
import { chordOf, isComposing, type KeyPress } from '#renderer/ui/keys/chord.ts';

const press = (change: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...change,
});

describe('a key press as a chord', () => {
  it('counts the command key of a Mac as Ctrl', () => {
    expect(chordOf(press({ key: 'k', code: 'KeyK', metaKey: true }))).toBe('Ctrl+K');
    expect(chordOf(press({ key: 'k', code: 'KeyK', ctrlKey: true }))).toBe('Ctrl+K');
  });

  it('reads digits by place, because Alt changes the character on some keyboards', () => {
    expect(chordOf(press({ key: '¡', code: 'Digit1', altKey: true }))).toBe('Alt+1');
    expect(chordOf(press({ key: '–', code: 'Minus', altKey: true }))).toBe('Alt+-');
  });

  it('names keys that are no characters as they are', () => {
    expect(chordOf(press({ key: 'Escape', code: 'Escape' }))).toBe('Escape');
    expect(chordOf(press({ key: 'F8', code: 'F8', shiftKey: true }))).toBe('Shift+F8');
  });

  it('leaves a key to the input method while it composes', () => {
    expect(isComposing(press({ isComposing: true }))).toBe(true);
    expect(isComposing(press({ keyCode: 229 }))).toBe(true);
    expect(isComposing(press({ key: 'Enter' }))).toBe(false);
  });
});
