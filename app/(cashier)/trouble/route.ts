import { getLocale, getTranslations } from 'next-intl/server';
import { brokenHead } from '@/app/_server/come-again';
import { plainPage } from '@/app/_server/plain-page';
import { readTrouble } from '@/app/_server/trouble-address';
import { env } from '@/lib/core/env';

/** An order's page could not be made: that the money is safe, whom to tell what, and back to the order. */
export async function GET(request: Request): Promise<Response> {
  const { token, reference, away } = readTrouble(new URL(request.url).searchParams);
  const t = await getTranslations('words.trouble');
  return plainPage({
    locale: (await getLocale()) === 'en' ? 'en' : 'zh-CN',
    ...brokenHead(away),
    title: t('title'),
    lines: [t('what'), t('money'), t('next')],
    ...(token ? { address: { words: t('address'), url: `${env().APP_ORIGIN}/pay/${token}` } } : {}),
    code: reference ? `${t('code')} ${reference}` : '',
    ...(token ? { link: { href: `/pay/${token}`, words: t('again') } } : {}),
  });
}
