import type { NoticeLanguage } from './notice-page.ts';

/** What the host prints in the terminal. */
export type HostSentences = {
  readonly hint: string;
  readonly noInterface: (folder: string) => string;
  readonly inUse: (folder: string) => string;
  readonly cannotOpen: (folder: string, code: string) => string;
  readonly noPort: (port: number, code: string) => string;
};

type Reasons = Readonly<Record<string, string>>;

/** Why data cannot be opened, by failure code. A code without a sentence stays as it is. */
const zhReasons: Reasons = {
  'folder-read-only': '文件夹不能写入，请检查权限',
  'folder-unreadable': '文件夹读不出来，请检查权限，或接好介质后再试',
  'disk-full': '磁盘已满，请腾出空间后再试',
  'disk-error': '磁盘读写出错',
  'in-use': '另一个程序正在使用它',
};

const enReasons: Reasons = {
  'folder-read-only': 'the folder cannot be written to; check its permissions',
  'folder-unreadable': 'the folder cannot be read; check its permissions, or connect the medium and try again',
  'disk-full': 'the disk is full; make room and try again',
  'disk-error': 'the disk refused to read or write',
  'in-use': 'another program is working on it',
};

/** Why a port cannot be used, by the system's code. */
const zhPorts: Reasons = { EADDRINUSE: '已被别的程序占用', EACCES: '没有使用它的权限' };
const enPorts: Reasons = { EADDRINUSE: 'another program uses it', EACCES: 'not permitted' };

/** The sentence for a code, as it is or with the name of its kind before it. */
const told = (reasons: Reasons, code: string): string => reasons[code.replace(/^storage\./, '')] ?? code;

const zh: HostSentences = {
  hint: '链接只能打开一次；按回车键可得到新的链接，按 Ctrl+C 退出。',
  noInterface: (folder) => `找不到界面文件：${folder}。请先运行 npm start。`,
  inUse: (folder) =>
    `该数据文件夹已在另一个协办程序中打开：${folder}\n请回到已打开的协办，或将其关闭后再试；也可用 --data 指定另一个文件夹。`,
  cannotOpen: (folder, code) => `数据无法打开：${folder}\n${told(zhReasons, code)}。文件未作任何改动。`,
  noPort: (port, code) => `端口 ${port} 无法使用（${told(zhPorts, code)}）。请换一个 --port，或不指定以自动选择。`,
};

const en: HostSentences = {
  hint: 'The address opens once. Press Enter for a new one, Ctrl+C to quit.',
  noInterface: (folder) => `The interface is not built: ${folder}. Run npm start first.`,
  inUse: (folder) =>
    `This data folder is already open in another Xieban: ${folder}\nGo back to it, or close it and try again; --data chooses another folder.`,
  cannotOpen: (folder, code) =>
    `The data cannot be opened: ${folder}\nReason: ${told(enReasons, code)}. Nothing was changed.`,
  noPort: (port, code) =>
    `Port ${port} cannot be used (${told(enPorts, code)}). Choose another --port, or none for a free one.`,
};

/** The sentences in a language. */
export function hostSentences(language: NoticeLanguage): HostSentences {
  return language === 'en' ? en : zh;
}
