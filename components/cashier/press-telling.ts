import type { API_REFUSALS } from '@/lib/core/api-refusals';
import type { CARRIER_REFUSALS } from '@/lib/core/carrier-refusals';
import type { FIGURES_REFUSALS } from '@/lib/core/figures-refusals';
import type { LEDGER_REFUSALS } from '@/lib/core/ledger-refusals';
import type { LINK_REFUSALS } from '@/lib/core/link-refusals';
import type { MEMBER_REFUSALS } from '@/lib/core/member-refusals';
import type { MERCHANT_REFUSALS } from '@/lib/core/merchant-refusals';
import type { REFUND_REFUSALS } from '@/lib/core/refund-refusals';
import type { RefusalCode } from '@/lib/core/refusals';
import type { STAFF_REFUSALS } from '@/lib/core/staff-refusals';
import type { STATEMENT_REFUSALS } from '@/lib/core/statement-refusals';
import type { SUPPORT_REFUSALS } from '@/lib/core/support-refusals';
import type { TEST_MODE_REFUSALS } from '@/lib/core/test-mode-refusals';
import type { WEBHOOK_REFUSALS } from '@/lib/core/webhook-refusals';
import type { MoneyFact, NextStepWord } from './telling';

/** After a press that was refused; the refusal's own words say what happened. */
export interface PressTelling {
  money: MoneyFact;
  /** `said`: the refusal's own words end with it. */
  next: NextStepWord | 'said';
}

/** Codes that no press on a page of an order is answered with; `ledger_busy` says all of it itself. */
type NotAtThePage =
  | keyof typeof API_REFUSALS
  | keyof typeof LINK_REFUSALS
  | keyof typeof FIGURES_REFUSALS
  | keyof typeof MEMBER_REFUSALS
  | keyof typeof MERCHANT_REFUSALS
  | keyof typeof REFUND_REFUSALS
  | keyof typeof STAFF_REFUSALS
  | keyof typeof STATEMENT_REFUSALS
  | keyof typeof SUPPORT_REFUSALS
  | keyof typeof TEST_MODE_REFUSALS
  | keyof typeof WEBHOOK_REFUSALS
  | Exclude<keyof typeof LEDGER_REFUSALS, 'account_frozen' | 'account_closed'>
  | Exclude<keyof typeof CARRIER_REFUSALS, 'number_unknown' | 'carrier_limit_reached'>
  | `api_key_${string}`
  | `idempotency_${string}`
  | `refund_${string}`
  | `link_${string}`
  | `csv_${string}`
  | `migration_${string}`
  | `notice_${string}`
  // the merchant API and uploads
  | 'invalid_request'
  | 'invalid_json'
  | 'duplicate_json_key'
  | 'unsupported_media_type'
  | 'body_too_large'
  | 'body_incomplete'
  | 'not_found'
  | 'merchant_not_found'
  | 'order_conflict'
  | 'expiry_out_of_range'
  | 'return_url_not_allowed'
  | 'file_required'
  | 'consent_required'
  // pages of their own
  | 'order_not_paid'
  | 'receipt_not_found'
  | 'sign_in_code_wrong'
  | 'sign_in_failed'
  | 'not_permitted'
  | 'maintenance_over'
  // the wallet
  | 'balance_not_offered'
  | 'top_up_too_fresh'
  | 'bank_card_limit'
  | 'wallet_not_activated'
  | 'identity_unproved'
  | 'over_withdrawable'
  | 'card_mismatch'
  | 'verification_unavailable'
  | 'frozen_by_office';

const nothing = (next: PressTelling['next']): PressTelling => ({ money: 'not_taken_now', next });
const inDoubt: PressTelling = { money: 'in_doubt', next: 'said' };

/**
 * What a press that was refused says about money and what it leads to. A new refusal is either here or in the
 * type above: the compiler asks which.
 */
export const AFTER_PRESS: Record<Exclude<RefusalCode, NotAtThePage>, PressTelling> = {
  // the order as a whole
  order_not_found: nothing('from_shop'),
  order_not_payable: nothing('see_order'),
  order_expired: nothing('order_again'),
  balance_part_changed: nothing('said'),
  card_not_with_balance: nothing('said'),
  payment_in_progress: inDoubt,
  earlier_attempt_paid: { money: 'paid_once', next: 'see_order' },
  earlier_attempt_unknown: inDoubt,
  state_conflict: inDoubt,
  no_code_awaited: inDoubt,
  // this way to pay
  method_unavailable: nothing('other_method'),
  insufficient_funds: nothing('said'),
  payment_password_wrong: nothing('type_again'),
  payment_password_wrong_again: nothing('said'),
  payment_password_locked: nothing('said'),
  payment_password_unset: nothing('set_password'),
  code_required: nothing('said'),
  confirmation_code_wrong: nothing('check_code'),
  day_limit_exceeded: nothing('said'),
  class_limit_exceeded: nothing('said'),
  account_frozen: nothing('unfreeze'),
  account_closed: nothing('other_method'),
  number_unknown: nothing('said'),
  carrier_limit_reached: nothing('said'),
  // codes, and too many of anything
  code_wrong: nothing('check_code'),
  code_expired: nothing('said'),
  code_too_soon: nothing('said'),
  too_many_codes: nothing('said'),
  too_many_requests: nothing('said'),
  code_not_sent: nothing('said'),
  phone_unknown: nothing('said'),
  sign_in_required: nothing('said'),
  cross_site_request: nothing('see_order'),
  // cards
  agreement_not_found: nothing('other_card'),
  agreement_in_use: inDoubt,
  binding_not_offered: nothing('other_method'),
  not_a_card: nothing('said'),
  card_unsupported: nothing('said'),
  card_invalid: nothing('said'),
  card_already_bound: nothing('said'),
  phone_mismatch: nothing('said'),
  holder_mismatch: nothing('said'),
  identity_or_phone_mismatch: nothing('said'),
  identity_mismatch: nothing('check_typed'),
  identity_already_set: nothing('other_method'),
  signing_in_progress: nothing('said'),
  signing_unknown: nothing('said'),
  signing_declined: nothing('said'),
  signing_unavailable: nothing('said'),
};

/** None for a code that no page of an order answers with. */
export const tellPress = (code: RefusalCode): PressTelling | undefined =>
  (AFTER_PRESS as Partial<Record<RefusalCode, PressTelling>>)[code];
