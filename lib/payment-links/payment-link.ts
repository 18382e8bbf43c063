import type { Money } from '@/lib/money/money';
import type { Goods } from '@/lib/orders/order';
import type { PaymentLinkState } from './states';

/** What a merchant decided when it made the link; never changed afterwards. */
export interface PaymentLinkTerms {
  subject: string;
  goods: Goods;
  /** What an order of it may cost; two equal bounds are a fixed amount. */
  least: Money;
  most: Money;
  returnUrl: string | null;
  /** How many of its orders may be open or paid at a time; null: any number. */
  mostUses: number | null;
  /** null: never. */
  expiresAt: Date | null;
}

export interface PaymentLink extends PaymentLinkTerms {
  id: string;
  merchantId: string;
  /** Unguessable: what its address /l/<code> leads by. */
  code: string;
  state: PaymentLinkState;
  createdAt: Date;
}

/** A link's orders that count: paid for good, or open until they expire. */
export interface Uses {
  paid: number;
  open: number;
}

/** What becomes of the next shopper who opens it. */
export type Standing = 'open' | 'stopped' | 'over' | 'used_up' | 'busy';
