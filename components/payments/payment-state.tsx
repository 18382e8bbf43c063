import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { OrderState } from '@/lib/orders/states';
import type { AttemptState } from '@/lib/payments/states';
import type { RefundState } from '@/lib/refunds/states';

const ATTEMPT: Record<AttemptState, Tone> = {
  created: 'neutral',
  sent: 'accent',
  waiting: 'accent',
  unknown: 'warn',
  superseded: 'neutral',
  succeeded: 'ok',
  failed: 'bad',
  late_succeeded: 'warn',
  returned: 'neutral',
};
const ORDER: Record<OrderState, Tone> = {
  open: 'accent',
  paid: 'ok',
  expired: 'neutral',
  closed: 'neutral',
};
const REFUND: Record<RefundState, Tone> = {
  created: 'neutral',
  requested: 'warn',
  queued: 'warn',
  sent: 'accent',
  waiting: 'accent',
  unknown: 'warn',
  diverted: 'accent',
  succeeded: 'ok',
  failed: 'bad',
  declined: 'neutral',
  unclaimed: 'warn',
};

/** Where a payment stands, in one word. */
export function PaymentState({ state }: { state: AttemptState }) {
  const t = useTranslations('payments.attemptState');
  return <Badge tone={ATTEMPT[state]}>{t(state)}</Badge>;
}

/** Where an order stands, in one word. */
export function OrderStateBadge({ state }: { state: OrderState }) {
  const t = useTranslations('payments.orderState');
  return <Badge tone={ORDER[state]}>{t(state)}</Badge>;
}

/** Where a refund stands, in one word. */
export function RefundStateBadge({ state }: { state: RefundState }) {
  const t = useTranslations('payments.refundState');
  return <Badge tone={REFUND[state]}>{t(state)}</Badge>;
}
