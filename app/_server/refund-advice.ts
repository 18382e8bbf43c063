import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { Refusal, refusalText } from '@/lib/core/errors';
import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import { adviseRefund, type RefundAdvice } from '@/lib/refunds/advise-refund';

/**
 * How so much of an order would go back, all that is left unless given, in the reader's words: by which way
 * and until when, or that a person will carry it on and why.
 */
export async function refundAdvice(asked: {
  merchantId: string;
  orderId: string;
  amount?: Money;
}): Promise<string> {
  return adviceWords(await adviseRefund(asked));
}

/**
 * The same for who paid: what a merchant has is not told. `decided`: the shop says yes first, perhaps on
 * another day, when a payment of today cannot be undone any more.
 *
 * @throws Refusal refund_not_now and those of planRefund: nothing of it can go back now
 */
export async function payerRefundAdvice(
  asked: { merchantId: string; orderId: string; amount: Money },
  { decided }: { decided: boolean },
): Promise<string> {
  const advice = await adviseRefund({ ...asked, withFunds: false });
  if (advice.kind === 'refused') {
    const { code, facts } = advice;
    // Neither what else is on its way back nor what a channel once said is for the payer to read.
    const hidden = code === 'refund_in_doubt' || code === 'refund_may_be_back';
    throw hidden ? new Refusal('refund_not_now') : new Refusal(code, facts);
  }
  const later = decided && advice.kind === 'original' && advice.arrival === 'today';
  return adviceWords(
    later ? { ...advice, arrival: 'one_to_three_days' } : advice,
    'personForPayer',
  );
}

async function adviceWords(
  advice: RefundAdvice,
  person: 'person' | 'personForPayer' = 'person',
): Promise<string> {
  const [t, format, locale] = await Promise.all([
    getTranslations('refunds.advice'),
    getFormatter(),
    getLocale(),
  ]);
  const language = locale === 'en' ? 'en' : 'zh-CN';
  const between = language === 'en' ? ' ' : '';
  const date = (at: Date) => format.dateTime(at, { dateStyle: 'long' });
  if (advice.kind === 'refused') {
    return t('refused', { reason: refusalText(advice.code, language, advice.facts) });
  }
  const sentences = [
    ...(advice.kind !== 'balance' && advice.toBalance.amountMinor > 0n
      ? [t('toBalance', { amount: formatMoney(advice.toBalance) })]
      : []),
    wayWords(advice),
    ...(advice.queued ? [t('queued')] : []),
  ];
  return sentences.join(between);

  function wayWords(way: Exclude<RefundAdvice, { kind: 'refused' }>): string {
    if (way.kind === 'balance') return t('arrival.at_once');
    if (way.kind === 'original') return t(`arrival.${way.arrival}`);
    const { channel, paidAt, since } = way;
    const why =
      way.cause === 'window_over'
        ? t('why.window_over', { channel, date: date(paidAt) })
        : t(`why.${way.cause}`, { date: date(since) });
    return [why, t(person)].join(between);
  }
}
