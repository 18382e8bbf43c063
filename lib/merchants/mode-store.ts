import { db, type Tx } from '@/lib/core/db';
import type { MerchantMode } from './merchant';

export interface Twin {
  id: string;
  mode: MerchantMode;
  isOpen: boolean;
}

/** A merchant's other row; undefined where it has none. */
export async function selectTwin(merchantId: string, tx: Tx = db()): Promise<Twin | undefined> {
  const rows = await tx.$queryRaw<Twin[]>`
    SELECT t.id, t.mode::text AS mode, (t.mode = 'test' OR t.opened_at IS NOT NULL) AS "isOpen"
      FROM merchants m JOIN merchants t ON t.id = m.twin_id OR t.twin_id = m.id
     WHERE m.id = ${merchantId}`;
  return rows[0];
}

/** A live row of that test merchant, with all that was agreed and set for it; false where it has one already. */
export async function insertLiveTwin(
  tx: Tx,
  { id, of }: { id: string; of: string },
): Promise<boolean> {
  const made = await tx.$executeRaw`
    INSERT INTO merchants (id, mode, twin_id, name, name_en, accent_color, return_origins, late_payment_policy,
                           hidden_methods, method_order, order_least_minor, order_most_minor, day_most_minor,
                           balance_contract, refund_when_short, shopper_refunds, refund_fee, unclaimed_refund)
    SELECT ${id}, 'live', id, name, name_en, accent_color, return_origins, late_payment_policy,
           hidden_methods, method_order, order_least_minor, order_most_minor, day_most_minor,
           balance_contract, refund_when_short, shopper_refunds, refund_fee, unclaimed_refund
      FROM merchants WHERE id = ${of}
    ON CONFLICT (twin_id) DO NOTHING`;
  return made === 1;
}

/** Does it take orders? */
export async function isOpenMerchant(merchantId: string, tx: Tx = db()): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isOpen: boolean }[]>`
    SELECT (mode = 'test' OR opened_at IS NOT NULL) AS "isOpen" FROM merchants WHERE id = ${merchantId}`;
  return rows[0]?.isOpen ?? false;
}

/** False when it is open already, or no live merchant. */
export async function markOpened(tx: Tx, merchantId: string): Promise<boolean> {
  const opened = await tx.$executeRaw`
    UPDATE merchants SET opened_at = clock_timestamp()
     WHERE id = ${merchantId} AND mode = 'live' AND opened_at IS NULL`;
  return opened === 1;
}
