import { cny } from '@/lib/money/money';
import { DEFAULT_TERMS, feeOf } from '@/lib/settlement/rules';

interface ModelRefund {
  amount: bigint;
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

  refund(amount: bigint): ModelRefund {
    this.pending -= amount;
    const refund = { amount, failed: false, deducted: false, restored: false };
    this.refunds.push(refund);
    return refund;
  }

  fail(refund: ModelRefund): void {
    this.pending += refund.amount;
    refund.failed = true;
  }

  settle(): void {
    const deduct = this.refunds.filter(({ deducted, failed }) => !deducted && !failed);
    const restore = this.refunds.filter((one) => one.deducted && one.failed && !one.restored);
    const moved =
      this.unsettled.reduce((sum, amount) => sum + amount, 0n) -
      deduct.reduce((sum, { amount }) => sum + amount, 0n) +
      restore.reduce((sum, { amount }) => sum + amount, 0n);
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
