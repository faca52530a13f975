/** The pages the host writes itself, for the moments when the interface cannot be shown. */
export type Notice = 'used' | 'unknown' | 'signed-out' | 'turned-away' | 'no-desk' | 'not-found';

/** Language a page begins with; the other one follows below. */
export type NoticeLanguage = 'zh-CN' | 'en';

type Words = readonly [title: string, text: string];

const words: Readonly<Record<Notice, { readonly zh: Words; readonly en: Words }>> = {
  used: {
    zh: [
      '此链接已用过',
      '打开链接只能用一次。已打开的窗口可继续使用；需要新的链接，请在启动协办的终端窗口按回车键，或重新启动协办。',
    ],
    en: [
      'This address has been used',
      'The address works once. A window that is already open keeps working. For a new address press Enter in the terminal that started Xieban, or start Xieban again.',
    ],
  },
  unknown: {
    zh: ['此链接无效', '链接不完整，或来自上一次启动。请从启动协办的终端窗口重新复制完整链接。'],
    en: [
      'This address is not valid',
      'It is incomplete or from an earlier start. Copy the whole address again from the terminal that started Xieban.',
    ],
  },
  'signed-out': {
    zh: [
      '请用启动时给出的链接打开',
      '本浏览器尚未登记。请用启动协办的终端窗口中的链接打开；需要新的链接，请在该窗口按回车键。',
    ],
    en: [
      'Open the address that was printed at the start',
      'This browser is not known here. Use the address in the terminal that started Xieban; press Enter there for a new one.',
    ],
  },
  'turned-away': {
    zh: ['请求被拒绝', '只接受本机浏览器直接打开的协办页面。请从启动协办的终端窗口复制链接，粘贴到地址栏。'],
    en: [
      'Refused',
      'Only pages of Xieban opened by a browser on this machine are answered. Copy the address from the terminal that started Xieban into the address bar.',
    ],
  },
  'no-desk': {
    zh: ['没有协作机构的样例', '只有样例数据中才有可切换的协作机构。'],
    en: ['No partner beside this office', 'Only the sample has a partner office to switch to.'],
  },
  'not-found': {
    zh: ['没有这个页面', '请返回协办首页。'],
    en: ['No such page', 'Go back to the first page of Xieban.'],
  },
};

/** A complete HTML page without scripts, in both languages, the wanted one first. Holds nothing of the request. */
export function noticePage(notice: Notice, language: NoticeLanguage): string {
  const { zh, en } = words[notice];
  // A browser that has shown a token once can simply go on; any other one is told again what to do.
  const door = (label: string): string => (notice === 'used' ? `<p><a href="/own/">${label}</a></p>` : '');
  const part = ([title, text]: Words, lang: NoticeLanguage): string =>
    `<section lang="${lang}"><h1>${title}</h1><p>${text}</p>${door(lang === 'en' ? 'Open Xieban' : '打开协办')}</section>`;
  const parts = [part(zh, 'zh-CN'), part(en, 'en')];
  const style =
    'body{font:16px/1.6 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem;color:#1b2430;background:#f5f4f0}h1{font-size:1.25rem}section+section{margin-top:2rem;border-top:1px solid #e4e1d9}';
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>协办 Xieban</title>`,
    `<meta name="viewport" content="width=device-width"><style>${style}</style></head><body><main>`,
    ...(language === 'en' ? parts.toReversed() : parts),
    '</main></body></html>',
  ].join('');
}
