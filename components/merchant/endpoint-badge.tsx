import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { WebhookEndpoint } from '@/lib/merchants/endpoint';

type Standing = Pick<WebhookEndpoint, 'disabledAt' | 'disabledReason' | 'failingSince'>;

/** How an endpoint stands, in a word. */
export function EndpointBadge({ endpoint }: { endpoint: Standing }) {
  const t = useTranslations('developers.standing');
  const { disabledAt, disabledReason, failingSince } = endpoint;
  if (disabledAt) {
    return <Badge tone={disabledReason === 'merchant' ? 'neutral' : 'bad'}>{t('off')}</Badge>;
  }
  return failingSince ? (
    <Badge tone="warn">{t('failing')}</Badge>
  ) : (
    <Badge tone="ok">{t('on')}</Badge>
  );
}
