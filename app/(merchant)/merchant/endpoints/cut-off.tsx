import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { type MerchantActor, merchantMay } from '@/lib/core/merchant-permissions';
import type { WebhookEndpoint } from '@/lib/merchants/endpoint';
import { listOwnEndpoints } from '@/lib/merchants/list-own-endpoints';

const isCutOff = ({ disabledReason }: WebhookEndpoint): boolean =>
  disabledReason === 'failing' || disabledReason === 'gone';

/** Said to who can do something about it: an endpoint was switched off, and not by its merchant. */
export async function CutOff({ by, href }: { by: MerchantActor; href?: string }) {
  if (!merchantMay(by.merchantRole, 'endpoint.read')) return null;
  if (!(await listOwnEndpoints(by.merchantId)).some(isCutOff)) return null;
  const t = await getTranslations('developers.endpoints');
  return (
    <Notice tone="bad" title={t('cutOff')}>
      <p>{t('cutOffTodo')}</p>
      {href ? <TextLink href={href}>{t('title')}</TextLink> : null}
    </Notice>
  );
}
