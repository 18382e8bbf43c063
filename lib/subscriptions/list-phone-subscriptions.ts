import { phoneHashOf } from '@/lib/carriers/phone-hash';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';
import type { MerchantMode } from '@/lib/merchants/merchant';
import { selectLiveOfPhone } from './store';
import type { Subscription } from './subscription';

const MOST = 100;

/** What a phone (its eleven digits) is charged for every period, and what was cancelled and still runs. */
export async function listPhoneSubscriptions({
  phone,
}: {
  phone: string;
}): Promise<(Subscription & { merchant: { zh: string; en: string; mode: MerchantMode } })[]> {
  const found = await selectLiveOfPhone(phoneHashOf(`+86${phone}`), MOST);
  const names = await listMerchantNames([...new Set(found.map(({ merchantId }) => merchantId))]);
  return found.map((subscription) => {
    const { merchantId: id } = subscription;
    return { ...subscription, merchant: names.get(id) ?? { zh: id, en: id, mode: 'live' } };
  });
}
