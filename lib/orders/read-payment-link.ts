import { Refusal } from '@/lib/core/errors';
import { type PaymentLink, paymentLinkSchema } from './link-schema';

/** A link's parameters, each there once and well formed. Refusal: link_invalid. */
export function readPaymentLink(query: URLSearchParams): PaymentLink {
  const given: Record<string, string> = Object.create(null);
  for (const [name, value] of query) {
    if (name in given) throw new Refusal('link_invalid', { repeated: true });
    given[name] = value;
  }
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const parsed = paymentLinkSchema.safeParse(filled);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path }) => path.join('.')).join(' ');
  throw new Refusal('link_invalid', { fields });
}
