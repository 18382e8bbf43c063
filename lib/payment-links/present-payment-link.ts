import type { z } from 'zod';
import { env } from '@/lib/core/env';
import type { PaymentLink, Uses } from './payment-link';
import { isFixed } from './rules';
import type { paymentLinkAnswerSchema } from './schema';

/** What a shopper opens, types or scans. */
export const linkAddress = ({ code }: Pick<PaymentLink, 'code'>): string =>
  `${env().APP_ORIGIN}/l/${code}`;

/** A payment link as the merchant API shows it: fen as integers, times in ISO 8601. */
export const presentPaymentLink = (
  link: PaymentLink & { uses: Uses },
): z.output<typeof paymentLinkAnswerSchema> => ({
  id: link.id,
  url: linkAddress(link),
  active: link.state === 'active',
  subject: link.subject,
  goods: link.goods,
  currency: link.least.currency,
  amount: isFixed(link) ? Number(link.least.amountMinor) : null,
  amount_min: Number(link.least.amountMinor),
  amount_max: Number(link.most.amountMinor),
  max_uses: link.mostUses,
  uses: link.uses,
  return_url: link.returnUrl,
  expires_at: link.expiresAt?.toISOString() ?? null,
  created_at: link.createdAt.toISOString(),
});
