import type { Movement, Payout } from './records';

/** A movement as the bank tells it, to whoever asks and in a notice. */
export const describeMovement = (movement: Movement) => ({
  reference: movement.reference,
  number: movement.number,
  amount: movement.amount,
  payerName: movement.payerName,
  payerAccount: movement.payerAccount,
  remark: movement.remark,
  at: new Date(movement.atMs).toISOString(),
});

export const describePayout = (payout: Payout) => ({
  payoutNo: payout.payoutNo,
  state: payout.state,
  reference: payout.reference,
  amount: payout.amount,
  reason: payout.reason,
});
