import type { ShellLanguage } from './app-protocol.ts';

/** What the shell itself says; everything else a person reads is in the interface. */
export type ShellWords = {
  readonly title: string;
  readonly partnerTitle: string;
  readonly file: string;
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly actualSize: string;
  readonly larger: string;
  readonly smaller: string;
  readonly fullScreen: string;
  readonly stopped: string;
  readonly stoppedDetail: string;
  readonly restart: string;
  readonly inUse: string;
  readonly inUseDetail: string;
  readonly cannotStart: string;
};

const zh: ShellWords = {
  title: '协办',
  partnerTitle: '协办 · 样例协作机构',
  file: '文件',
  quit: '退出',
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '视图',
  actualSize: '实际大小',
  larger: '放大',
  smaller: '缩小',
  fullScreen: '全屏',
  stopped: '后台程序意外停止',
  stoppedDetail: '已保存的内容和草稿均在。最后一步操作可能未完成，重新启动后请核对。',
  restart: '重新启动',
  inUse: '该数据已在另一个协办程序中打开',
  inUseDetail: '同一数据文件夹同时只能由一个程序使用。请回到已打开的协办，或将其关闭后再试。',
  cannotStart: '数据无法打开',
};

const en: ShellWords = {
  title: 'Xieban',
  partnerTitle: 'Xieban · sample partner office',
  file: 'File',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  actualSize: 'Actual size',
  larger: 'Larger',
  smaller: 'Smaller',
  fullScreen: 'Full screen',
  stopped: 'The background program stopped unexpectedly',
  stoppedDetail:
    'Everything saved and every draft is still there. The last action may not have been completed; please check it after the restart.',
  restart: 'Restart',
  inUse: 'This data is already open in another Xieban',
  inUseDetail:
    'Only one program at a time can work on a data folder. Go back to the open window, or close it and try again.',
  cannotStart: 'The data cannot be opened',
};

/** The shell's words in a language. */
export function shellWords(language: ShellLanguage): ShellWords {
  return language === 'en' ? en : zh;
}
