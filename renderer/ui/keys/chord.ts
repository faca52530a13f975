/** A key press as a shortcut sees it. */
export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
};

/** Key code browsers report while an input method holds the keyboard. */
const imeKeyCode = 229;

/** True while an input method is composing: such a key belongs to the input method and to nobody else. */
export function isComposing(press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === imeKeyCode;
}

/** The main key, independent of the keyboard's layout where Alt changes the character (Alt+1 on macOS types '¡'). */
function mainKey(press: KeyPress): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code);
  if (digit) return digit[1] ?? '';
  if (press.code === 'Minus') return '-';
  if (press.code === 'Equal') return '=';
  const letter = /^Key([A-Z])$/.exec(press.code);
  if (letter && (press.ctrlKey || press.metaKey || press.altKey)) return (letter[1] ?? '').toLowerCase();
  return press.key.length === 1 ? press.key.toLowerCase() : press.key;
}

/** Writes a key press in the form shortcuts are registered in: 'Ctrl+K', 'Alt+1', 'Escape', 'Shift+F8'. Command counts as Ctrl. */
export function chordOf(press: KeyPress): string {
  const main = mainKey(press);
  const parts = [
    press.ctrlKey || press.metaKey ? 'Ctrl' : '',
    press.altKey ? 'Alt' : '',
    press.shiftKey ? 'Shift' : '',
    main.length === 1 ? main.toUpperCase() : main,
  ];
  return parts.filter((part) => part !== '').join('+');
}
