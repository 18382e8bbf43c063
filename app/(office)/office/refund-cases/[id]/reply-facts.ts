import { getLocale, getTranslations } from 'next-intl/server';
import { formatMoney } from '@/lib/money/format-money';
import type { ReplyFacts } from '@/lib/notes/reply-rules';
import { textedLinkUntil } from '@/lib/refund-cases/refund-claim-rules';
import type { CaseScene } from './case-scene';
import { payeeName } from './payee-words';

const MINUTE = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** What a canned reply about this case can name now, as its reader may see it. */
export async function replyFacts(
  scene: CaseScene,
  /** The reply's; the reader's own unless one is chosen. */
  language?: 'zh-CN' | 'en',
): Promise<ReplyFacts> {
  const { refundCase, order, merchant, payee, payout, claims, now } = scene;
  const locale = language ?? ((await getLocale()) === 'en' ? 'en' : 'zh-CN');
  const english = locale === 'en';
  const words = await getTranslations({ locale, namespace: 'officeCase.head' });
  const balance = words('balance');
  const { state } = refundCase;
  const linkUntil = state === 'open' && textedLinkUntil(claims, now);
  const paid = state === 'paid' && payout?.channelRef;
  return {
    merchant: english && merchant.en ? merchant.en : merchant.zh,
    orderNo: order.merchantOrderNo,
    amount: formatMoney(refundCase.amount),
    ...(payee && { payee: payeeName(payee, balance) }),
    ...(paid && { bankReference: paid }),
    ...(linkUntil && { claimBy: MINUTE.format(linkUntil) }),
  };
}
