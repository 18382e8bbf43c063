import { DEFAULT_LOCALE, isLocale, type Locale } from '@/components/ui/locale';

/**
 * The reader's own choice first, then what their browser asks for (RFC 9110 §12.5.4). Who asks only
 * for languages we do not speak gets English; who does not say gets Chinese.
 */
export function chooseLocale(given: {
  cookie: string | undefined;
  acceptLanguage: string | null;
}): Locale {
  if (isLocale(given.cookie)) return given.cookie;
  const wishes = (given.acceptLanguage ?? '')
    .split(',')
    .map(readWish)
    .filter(({ language, weight }) => language !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  if (wishes.length === 0) return DEFAULT_LOCALE;
  for (const { language } of wishes) {
    if (language === 'zh' || language === '*') return 'zh-CN';
    if (language === 'en') return 'en';
  }
  return 'en';
}

function readWish(text: string): { language: string; weight: number } {
  const [range = '', ...parameters] = text.trim().toLowerCase().split(';');
  const quality = parameters.find((one) => one.trim().startsWith('q='))?.split('=')[1];
  const weight = quality === undefined ? 1 : Number(quality);
  return { language: range.split('-')[0] ?? '', weight: Number.isNaN(weight) ? 0 : weight };
}
