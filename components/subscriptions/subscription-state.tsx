import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { SubscriptionState } from '@/lib/subscriptions/states';

const TONE: Record<SubscriptionState, Tone> = {
  active: 'ok',
  past_due: 'warn',
  cancelled: 'neutral',
  ended: 'neutral',
};

/** Where a subscription stands, in one word. */
export function SubscriptionStateBadge({ state }: { state: SubscriptionState }) {
  const t = useTranslations('subscriptions.state');
  return <Badge tone={TONE[state]}>{t(state)}</Badge>;
}
