import { holdLimits } from '@/lib/carriers/hold-limits';
import { present } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import { keepItem } from '@/lib/vault/keep-item';
import type { Attempt } from './attempt';
import type { ChannelChoice } from './channel-choice';
import { insertPhonePayment } from './phone-store';

/**
 * What T1 keeps of a phone's bill beside the attempt: whose and how, the number in the vault, and its
 * amount taken of the limits. Refuses carrier_limit_reached.
 */
export async function keepPhonePayment(
  tx: Tx,
  { id: attemptId, orderId, amount }: Pick<Attempt, 'id' | 'orderId' | 'amount'>,
  { number, line, consentVersion }: NonNullable<ChannelChoice['phone']>,
): Promise<void> {
  const { phone, phoneHash, phoneMasked } = number;
  const { lineId, carrier, feePoint, mode } = line;
  const province = present(number.province, 'the province that its line has opened');
  const phoneItemId = await keepItem(tx, { purpose: 'carrier_charge', plain: phone });
  await insertPhonePayment(tx, {
    attemptId,
    orderId,
    lineId,
    carrier,
    province,
    feePoint,
    mode,
    phoneHash,
    phoneMasked,
    phoneItemId,
    consentVersion,
  });
  await holdLimits(tx, { attemptId, lineId, phoneHash, province, amount });
}
