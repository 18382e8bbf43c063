import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { env } from '@/lib/core/env';
import { findSigningLinkKey } from '@/lib/merchants/find-signing-link-key';
import { listApiKeys } from '@/lib/merchants/list-api-keys';
import { listWebhookEndpoints } from '@/lib/merchants/list-webhook-endpoints';
import type { Merchant } from '@/lib/merchants/merchant';

/** What the merchant's developer looks for first, for those who may see keys; never a secret. */
export async function Integration({ merchant }: { merchant: Merchant }) {
  const t = await getTranslations('merchant.integration');
  const [keys, linkKey, endpoints] = await Promise.all([
    listApiKeys(merchant.id),
    findSigningLinkKey(merchant.id),
    listWebhookEndpoints(merchant.id),
  ]);
  const codes = (texts: readonly string[]) =>
    texts.length === 0
      ? t('none')
      : texts.map((text) => (
          <code key={text} className="block font-mono text-xs leading-6 wrap-anywhere">
            {text}
          </code>
        ));
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <DescriptionList
        items={[
          { term: t('merchantId'), detail: codes([merchant.id]) },
          { term: t('apiKeys'), detail: codes(keys.map((key) => key.hint)) },
          { term: t('linkKey'), detail: codes(linkKey ? [linkKey.id] : []) },
          { term: t('webhooks'), detail: codes(endpoints.map((endpoint) => endpoint.url)) },
          { term: t('returnOrigins'), detail: codes(merchant.returnOrigins) },
          { term: t('receipts'), detail: codes([`${env().APP_ORIGIN}/receipt`]) },
        ]}
      />
      <p className="text-sm text-faint">{t('apiKeysHint')}</p>
    </Card>
  );
}
