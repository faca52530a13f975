import type { MenuItemConstructorOptions } from 'electron';
import type { ShellWords } from './words.ts';

/**
 * The application menu. Editing and zoom need their menu entries for the keys to work on every system. There is no
 * entry that reloads the page or opens developer tools.
 */
export function menuTemplate(words: ShellWords): MenuItemConstructorOptions[] {
  return [
    { label: words.file, submenu: [{ role: 'quit', label: words.quit }] },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        { type: 'separator' },
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'resetZoom', label: words.actualSize },
        { role: 'zoomIn', label: words.larger },
        { role: 'zoomOut', label: words.smaller },
        { type: 'separator' },
        { role: 'togglefullscreen', label: words.fullScreen },
      ],
    },
  ];
}
