import type { NoticeLanguage } from './notice-page.ts';

/** What the host prints in the terminal. */
export type HostSentences = {
  readonly hint: string;
  readonly noInterface: (folder: string) => string;
  readonly inUse: (folder: string) => string;
  readonly cannotOpen: (folder: string, code: string) => string;
  readonly noPort: (port: number, code: string) => string;
};

const zh: HostSentences = {
  hint: '链接只能打开一次；按回车键可得到新的链接，按 Ctrl+C 退出。',
  noInterface: (folder) => `找不到界面文件：${folder}。请先运行 npm start。`,
  inUse: (folder) =>
    `该数据文件夹已在另一个协办程序中打开：${folder}\n请回到已打开的协办，或将其关闭后再试；也可用 --data 指定另一个文件夹。`,
  cannotOpen: (folder, code) => `数据无法打开（${code}）：${folder}\n文件未作任何改动。`,
  noPort: (port, code) => `端口 ${port} 无法使用（${code}）。请换一个 --port，或不指定以自动选择。`,
};

const en: HostSentences = {
  hint: 'The address opens once. Press Enter for a new one, Ctrl+C to quit.',
  noInterface: (folder) => `The interface is not built: ${folder}. Run npm start first.`,
  inUse: (folder) =>
    `This data folder is already open in another Xieban: ${folder}\nGo back to it, or close it and try again; --data chooses another folder.`,
  cannotOpen: (folder, code) => `The data cannot be opened (${code}): ${folder}\nNothing was changed.`,
  noPort: (port, code) => `Port ${port} cannot be used (${code}). Choose another --port, or none for a free one.`,
};

/** The sentences in a language. */
export function hostSentences(language: NoticeLanguage): HostSentences {
  return language === 'en' ? en : zh;
}
