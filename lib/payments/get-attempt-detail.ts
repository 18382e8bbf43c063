import { findLine } from '@/lib/carriers/find-line';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { findHold } from '@/lib/ledger/find-hold';
import type { Attempt } from './attempt';
import { selectAttemptRecord } from './attempt-list-store';
import type { AttemptDetail } from './found-attempt';
import { selectPhonePayment } from './phone-store';
import { selectAttempt } from './store';

/** One attempt, whosever, as support sees it. Refusals: not_permitted, not_found. */
export async function getAttemptDetail({
  attemptId,
  by,
}: {
  attemptId: string;
  by: StaffActor;
}): Promise<AttemptDetail> {
  requireMay(by, 'order.read');
  // What is no id at all never reaches the database, which would choke on a NUL.
  const known = /^att_[0-9a-z]{26}$/.test(attemptId);
  const record = known ? await selectAttemptRecord(attemptId) : undefined;
  if (!record) throw new Refusal('not_found', { attemptId });
  const attempt = await selectAttempt(attemptId);
  const hold = attempt.balanceHoldId ? await findHold(attempt.balanceHoldId) : undefined;
  return { ...attempt, ...record, phone: await phoneOf(attempt), hold: hold ?? null };
}

async function phoneOf(attempt: Attempt): Promise<AttemptDetail['phone']> {
  const phone = await selectPhonePayment(attempt);
  if (!phone) return null;
  const { lineId, carrier, province, phoneMasked, mode, feePoint, codeTries, payerUnknown } = phone;
  const line = (await findLine({ lineId }))?.name ?? lineId;
  return { line, carrier, province, phoneMasked, mode, feePoint, codeTries, payerUnknown };
}
