import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { DeliveryState } from '@/lib/webhooks/delivery';

const TONE: Record<DeliveryState, Tone> = { pending: 'warn', delivered: 'ok', exhausted: 'bad' };

/** Whether a delivery has arrived, in a word. */
export function DeliveryBadge({ state }: { state: DeliveryState }) {
  const t = useTranslations('webhooks.state');
  return <Badge tone={TONE[state]}>{t(state)}</Badge>;
}
