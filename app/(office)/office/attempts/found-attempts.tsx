import { getLocale, getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { AttemptsTable } from '@/components/office/attempts-table';
import { Card } from '@/components/ui/card';
import { PageLinks } from '@/components/ui/page-links';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';
import { findAttempts } from '@/lib/payments/find-attempts';

const here = (query: Record<string, string>): string =>
  `/office/attempts?${new URLSearchParams(query)}`;

/** What the number fits, a page of it; the latest payments where nothing was asked for. */
export async function FoundAttempts({ text, before }: { text?: string; before?: string }) {
  const t = await getTranslations('office.attempts');
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  const { attempts, next } = await findAttempts({ text, before, by: await staffHere() });
  const names = await listMerchantNames([...new Set(attempts.map((one) => one.merchantId))]);
  const asked: Record<string, string> = text ? { q: text } : {};
  if (attempts.length === 0) {
    return <Card className="text-soft">{text ? t('none') : t('noneYet')}</Card>;
  }
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">
        {text ? t('found') : t('all')}
      </h2>
      <AttemptsTable
        attempts={attempts.map((attempt) => ({
          ...attempt,
          merchantName: names.get(attempt.merchantId)?.[language] ?? attempt.merchantId,
        }))}
      />
      <PageLinks
        newest={before ? { href: here(asked), label: t('newest') } : null}
        more={next ? { href: here({ ...asked, before: next }), label: t('more') } : null}
      />
    </Card>
  );
}
