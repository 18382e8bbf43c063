import { getLocale, getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { SubscriptionsTable } from '@/components/subscriptions/subscriptions-table';
import { Card } from '@/components/ui/card';
import { PageLinks } from '@/components/ui/page-links';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';
import { findSubscriptions } from '@/lib/subscriptions/find-subscriptions';

const here = (query: Record<string, string>): string =>
  `/office/subscriptions?${new URLSearchParams(query)}`;

/** What fits, a page of it; the latest where nothing was asked for. */
export async function FoundSubscriptions({ text, before }: { text?: string; before?: string }) {
  const t = await getTranslations('subscriptions.office');
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  const { subscriptions, next } = await findSubscriptions({ text, before, by: await staffHere() });
  const names = await listMerchantNames([...new Set(subscriptions.map((one) => one.merchantId))]);
  const asked: Record<string, string> = text ? { q: text } : {};
  if (subscriptions.length === 0) {
    return <Card className="text-soft">{text ? t('none') : t('noneYet')}</Card>;
  }
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">
        {text ? t('found') : t('all')}
      </h2>
      <SubscriptionsTable
        subscriptions={subscriptions.map((subscription) => ({
          ...subscription,
          merchantName: names.get(subscription.merchantId)?.[language] ?? subscription.merchantId,
        }))}
      />
      <PageLinks
        newest={before ? { href: here(asked), label: t('newest') } : null}
        more={next ? { href: here({ ...asked, before: next }), label: t('more') } : null}
      />
    </Card>
  );
}
