import { getLocale, getTranslations } from 'next-intl/server';
import { plainPage } from '@/app/_server/plain-page';

/** A payment link's address that nobody was given. It says no more than that. */
export async function GET(): Promise<Response> {
  const [t, words] = await Promise.all([
    getTranslations('paymentLinks.unknown'),
    getTranslations('words.unknownOrder'),
  ]);
  return plainPage({
    locale: (await getLocale()) === 'en' ? 'en' : 'zh-CN',
    status: 404,
    title: t('title'),
    lines: [t('what'), t('next')],
    code: '',
    link: { href: '/receipt', words: words('tracker') },
  });
}
