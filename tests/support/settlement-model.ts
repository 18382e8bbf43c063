import { cny } from '@/lib/money/money';
import { DEFAULT_TERMS, feeOf } from '@/lib/settlement/rules';

export interface ModelRefund {
  amount: bigint;
  /** What of it was the merchant's settled money; the settlements know nothing of that. */
  available: bigint;
  failed: boolean;
  deducted: boolean;
  restored: boolean;
}

/** A merchant's money in a few lines: everything due is settled together, or not at all. */
export class SettlementModel {
  pending = 0n;
  balance = 0n;
  settlements = 0;
  private unsettled: bigint[] = [];
  private refunds: ModelRefund[] = [];

  pay(amount: bigint): void {
    this.pending += amount;
    this.unsettled.push(amount);
  }

  /** From what is pending, then from the balance; undefined where both do not cover it. */
  refund(amount: bigint): ModelRefund | undefined {
    const available = amount > this.pending ? amount - this.pending : 0n;
    if (available > this.balance) return undefined;
    this.pending -= amount - available;
    this.balance -= available;
    const refund = { amount, available, failed: false, deducted: false, restored: false };
    this.refunds.push(refund);
    return refund;
  }

  fail(refund: ModelRefund): void {
    this.pending += refund.amount - refund.available;
    this.balance += refund.available;
    refund.failed = true;
  }

  settle(): void {
    const deduct = this.refunds.filter(({ deducted, failed }) => !deducted && !failed);
    const restore = this.refunds.filter((one) => one.deducted && one.failed && !one.restored);
    const moved =
      this.unsettled.reduce((sum, amount) => sum + amount, 0n) -
      deduct.reduce((sum, { amount, available }) => sum + amount - available, 0n) +
      restore.reduce((sum, { amount, available }) => sum + amount - available, 0n);
    const fee = this.unsettled.reduce(
      (sum, amount) => sum + feeOf(cny(amount), DEFAULT_TERMS.quickpass).amountMinor,
      0n,
    );
    if (moved <= 0n || moved < fee) return;
    for (const one of deduct) one.deducted = true;
    for (const one of restore) one.restored = true;
    this.unsettled = [];
    this.settlements += 1;
    this.pending -= moved;
    this.balance += moved - fee;
  }
}
