import { expect, test } from 'vitest';
import { chooseLocale } from '@/app/_server/choose-locale';

test.each([
  ['the choice made here', 'en', 'zh-CN,zh;q=0.9', 'en'],
  ['not a cookie that is no language of ours', 'fr', 'en-US', 'en'],
  ['what the browser asks for', undefined, 'en-GB,en;q=0.9', 'en'],
  ['any Chinese', undefined, 'zh-TW,en;q=0.5', 'zh-CN'],
  ['the heavier wish, not the first', undefined, 'en;q=0.3, zh;q=0.8', 'zh-CN'],
  ['not what is refused', undefined, 'zh;q=0, en;q=0.1', 'en'],
  ['the first that we speak', undefined, 'fr-FR, fr;q=0.9, zh;q=0.2', 'zh-CN'],
  ['English for who speaks neither', undefined, 'fr-FR, de;q=0.5', 'en'],
  ['Chinese for anything', undefined, '*', 'zh-CN'],
  ['Chinese for who does not say', undefined, null, 'zh-CN'],
  ['Chinese for nonsense', undefined, ';;q=,', 'zh-CN'],
] as const)('%s', (_name, cookie, acceptLanguage, locale) => {
  expect(chooseLocale({ cookie, acceptLanguage })).toBe(locale);
});
