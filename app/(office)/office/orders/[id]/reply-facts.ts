import { getLocale } from 'next-intl/server';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';
import { formatMoney } from '@/lib/money/format-money';
import type { ReplyFacts } from '@/lib/notes/reply-rules';
import type { OrderOverview } from '@/lib/support/get-order-overview';

/** What a canned reply about this order can name, as its reader may see it. */
export async function replyFacts({ order }: OrderOverview): Promise<ReplyFacts> {
  const { merchantId, merchantOrderNo, amount } = order;
  const merchant = (await listMerchantNames([merchantId])).get(merchantId);
  const english = (await getLocale()) === 'en';
  return {
    merchant: (english && merchant?.en) || merchant?.zh || merchantId,
    orderNo: merchantOrderNo,
    amount: formatMoney(amount),
  };
}
