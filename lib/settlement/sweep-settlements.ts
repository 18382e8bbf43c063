import { env } from '@/lib/core/env';
import { isRefusal } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { selectDue } from './due-store';
import { settleMerchant } from './settle-merchant';

/**
 * Settles every merchant whose payments are older than the agreed delay (T+1 in Beijing dates) and
 * answers how many payments that were. One merchant that refuses the money, because its account is
 * closed, is logged for a person and keeps nobody else waiting. Safe with many workers.
 */
export async function sweepSettlements(): Promise<number> {
  const { throughDay, merchantIds } = await selectDue(env().SETTLEMENT_DELAY_DAYS);
  let settled = 0;
  for (const merchantId of merchantIds) settled += await settleAll(merchantId, throughDay);
  return settled;
}

async function settleAll(merchantId: string, throughDay: string): Promise<number> {
  try {
    for (let total = 0; ; ) {
      const { payments, more } = await settleMerchant({ merchantId, throughDay });
      total += payments;
      if (!more) return total;
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
    log().warn({ merchantId, refusal: error.code }, 'a merchant cannot be settled');
    return 0;
  }
}
