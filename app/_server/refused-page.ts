import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/components/ui/locale';
import { refusalText } from '@/lib/core/errors';
import { brokenHead } from './come-again';
import { plainPage } from './plain-page';
import type { Report } from './report';

/**
 * The answer to a payment link that cannot be opened: the refusal's own HTTP status and a page in the
 * reader's language. Nothing of the query gets into it.
 */
export async function refusedPage(refused: Report, locale: Locale): Promise<Response> {
  const [t, words] = await Promise.all([
    getTranslations('cashier.refused'),
    getTranslations('words.unknownOrder'),
  ]);
  // Whoever comes back by a link of old may have paid by it.
  const link = { href: '/receipt', words: words('tracker') };
  if (refused.kind === 'broken') {
    const { reference, away } = refused;
    const lines = [...(away ? [refusalText('temporarily_unavailable', locale)] : []), t('broken')];
    const code = `${t('code')} ${reference}`;
    return plainPage({ locale, ...brokenHead(away), title: t('title'), lines, code, link });
  }
  const { code, status, facts } = refused.refusal;
  const { minutes = '', retryAfterSeconds: seconds } = facts;
  return plainPage({
    locale,
    status,
    title: t('title'),
    // What the query says stays out, also where a refusal knows it.
    lines: [refusalText(code, locale, { minutes }), t('advice')],
    code: `${t('code')} ${code}`,
    link,
    // When it is possible again, where the refusal knows.
    headers: seconds === undefined ? {} : { 'Retry-After': String(seconds) },
  });
}
