/** The languages every page speaks. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'zh-CN';

export const isLocale = (text: unknown): text is Locale =>
  LOCALES.some((locale) => locale === text);
