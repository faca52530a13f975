import type { ConfigProviderProps } from 'antd';
import english from 'antd/locale/en_US';
import chinese from 'antd/locale/zh_CN';

/** The component library's own few words in the language of the page. */
export function antdLocale(language: string): NonNullable<ConfigProviderProps['locale']> {
  return language.startsWith('zh') ? chinese : english;
}
