import { findLine } from '@/lib/carriers/find-line';
import type { PayRequest } from '@/lib/channels/port';
import { getContract } from '@/lib/contracts/get-contract';
import { present } from '@/lib/core/assert';
import { getMerchant } from '@/lib/merchants/get-merchant';
import type { Order } from '@/lib/orders/order';
import type { Attempt } from './attempt';
import { payRequestOf } from './channel-request';
import { openChargePhone } from './open-charge-phone';
import type { PhonePayment } from './phone-payment';

/**
 * The request that a payment by phone bill was begun with, for a later step of it. undefined: its phone is
 * gone, so it is decided by now.
 */
export async function readPhoneRequest(
  order: Order,
  attempt: Attempt,
  { lineId, phoneItemId, carrier, mode, phoneMasked, feePoint }: PhonePayment,
): Promise<PayRequest | undefined> {
  const [found, merchant, contract, phone] = await Promise.all([
    findLine({ lineId }),
    getMerchant(order.merchantId),
    getContract(attempt.contractId, 'carrier'),
    openChargePhone({ phoneItemId }, 'shopper'),
  ]);
  if (!phone) return undefined;
  const { serviceId, billText } = present(found, `the line ${lineId}`);
  return payRequestOf(attempt, {
    order,
    channel: 'carrier',
    contract,
    instrument: {
      type: 'phone',
      carrier,
      mode,
      phone,
      phoneMasked,
      serviceId,
      feePoint,
      merchantName: merchant.name,
      billText,
    },
  });
}
