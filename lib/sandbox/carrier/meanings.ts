import type { SandboxConfig } from '../config';
import type { CarrierBehaviour } from './schema';

export const NO_CREDIT = 'Insufficient credit';

/** The first charges of createPayment that fail for want of credit, of the number that gets some later. */
const LEAN_MONTHS = 2;

/** What becomes of payments by a number, by its last four digits; of any other, nothing unusual. */
export function behaviourOf(phone: string, { doubtMs }: SandboxConfig): CarrierBehaviour {
  const doubtSeconds = doubtMs / 1000;
  const blacklisted = {
    status: 403,
    code: 'CARRIER_BILLING.PAYMENT_DENIED',
    message: 'Payment denied by business. User is blacklisted.',
  };
  const tooMuch = { status: 422, code: 'CARRIER_BILLING.USER_AMOUNT_THRESHOLD_OVERPASSED' };
  const refused = { status: 403, code: 'CARRIER_BILLING_REFUND.REFUND_DENIED' };
  const meanings: Record<string, CarrierBehaviour> = {
    '0001': { outcome: 'deny', denialReason: NO_CREDIT },
    '0002': { errors: { prepare: blacklisted, create: blacklisted } },
    '0004': { code: 'lost' },
    '0005': { lose: { confirm: 'reply' } },
    '0006': { lose: { prepare: 'reply' } },
    '0007': { lose: { validate: 'reply' } },
    '0008': { lose: { create: 'reply' } },
    '0009': { resultDelaySeconds: doubtSeconds },
    '0010': { resultDelaySeconds: doubtSeconds, outcome: 'deny' },
    '0011': { action: 'other' },
    '0012': { errors: { prepare: tooMuch, create: tooMuch } },
    '0300': { errors: { refund: refused } },
    '0301': { refundDelaySeconds: doubtSeconds },
  };
  return meanings[phone.slice(-4)] ?? {};
}

/** The number that has no credit at first; `denials` counts the charge at hand. */
export const lacksCredit = (phone: string, countDenial: () => number): boolean =>
  phone.endsWith('0013') && countDenial() <= LEAN_MONTHS;
