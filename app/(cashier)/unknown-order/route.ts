import { getLocale, getTranslations } from 'next-intl/server';
import { plainPage } from '@/app/_server/plain-page';
import { readUnknownLink } from '@/app/_server/unknown-order-address';
import { env } from '@/lib/core/env';

/** A pay link that nobody was given. It says no more than that: whoever guesses learns nothing. */
export async function GET(request: Request): Promise<Response> {
  const [t, words] = await Promise.all([
    getTranslations('cashier.unknownOrder'),
    getTranslations('words.unknownOrder'),
  ]);
  const url = readUnknownLink(new URL(request.url).searchParams, env().APP_ORIGIN);
  return plainPage({
    locale: (await getLocale()) === 'en' ? 'en' : 'zh-CN',
    status: 404,
    title: t('title'),
    lines: [words('what'), words('money'), words('next')],
    ...(url ? { address: { words: words('address'), url } } : {}),
    code: '',
    link: { href: '/receipt', words: words('tracker') },
  });
}
