import type { Context } from 'hono';

export type Language = 'zh' | 'en';

/** `?lang=` first, then the browser's own order of languages; Chinese when it names neither. */
export function chooseLanguage(c: Context): Language {
  const asked = c.req.query('lang');
  if (asked === 'zh' || asked === 'en') return asked;
  const accepted = (c.req.header('accept-language') ?? '').toLowerCase().split(',');
  const first = accepted
    .map((part) => part.trim().slice(0, 2))
    .find((tag) => /^(zh|en)$/.test(tag));
  return first === 'en' ? 'en' : 'zh';
}
