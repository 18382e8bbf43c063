import { writeDraft } from '@/app/(cashier)/receipt/ask-draft';
import type { FormName } from '@/components/cashier/first-states';
import type { RefusalCode } from '@/lib/core/refusals';

/** What a form may be answered with; `invalid` has the message of each field. */
export type Answer =
  | { refused: RefusalCode; facts?: Record<string, string> }
  | { invalid: Record<string, string> }
  | { ok: string }
  | 'broken'
  // What is so before there is an answer, and instead of one.
  | 'pending'
  | 'offline';

type HasFields = 'pay' | 'code' | 'card' | 'phone' | 'phonePay' | 'search' | 'refundAsk';
type IsPressed = 'pay' | 'code' | 'ask';
type Needed<F extends FormName> =
  | 'refused'
  | 'broken'
  | (F extends HasFields ? 'invalid' : never)
  | (F extends IsPressed ? 'pending' | 'offline' : never);

/** Every form has at least these pictures; the compiler asks for them. */
export const ANSWERS: { [F in FormName]: Record<Needed<F>, Answer> & Record<string, Answer> } = {
  pay: {
    pending: 'pending',
    offline: 'offline',
    broken: 'broken',
    invalid: { invalid: { paymentPassword: 'cashier.password.required' } },
    refused: { refused: 'order_expired' },
    'in-progress': { refused: 'payment_in_progress' },
    'password-wrong': { refused: 'payment_password_wrong', facts: { left: '4' } },
    'password-wrong-thrice': { refused: 'payment_password_wrong_again', facts: { left: '2' } },
    'password-locked': { refused: 'payment_password_locked', facts: { until: '14:51' } },
    'code-needed': { refused: 'code_required' },
    'code-wrong': { refused: 'confirmation_code_wrong' },
  },
  payCode: { sent: { ok: 'sent' }, refused: { refused: 'code_not_sent' }, broken: 'broken' },
  code: {
    pending: 'pending',
    offline: 'offline',
    broken: 'broken',
    invalid: { invalid: { code: 'common.problem.code' } },
    refused: { refused: 'no_code_awaited' },
    wrong: { refused: 'code_wrong', facts: { left: '2' } },
    expired: { refused: 'code_expired' },
  },
  resend: {
    sent: { ok: 'sent' },
    refused: { refused: 'code_too_soon', facts: { seconds: '42' } },
    broken: 'broken',
  },
  ask: {
    pending: 'pending',
    offline: 'offline',
    broken: 'broken',
    refused: { refused: 'too_many_requests', facts: { minutes: '5' } },
    unpaid: { ok: 'unpaid' },
    silent: { ok: 'silent' },
    'just-asked': { ok: 'waiting' },
  },
  press: { refused: { refused: 'agreement_in_use' }, broken: 'broken' },
  card: {
    broken: 'broken',
    invalid: {
      invalid: {
        cardNo: 'common.problem.cardNo',
        name: 'common.problem.personName',
        idNo: 'common.problem.idNo',
        phone: 'common.problem.phone',
        consent: 'cashierCards.new.consentRequired',
      },
    },
    refused: { refused: 'identity_or_phone_mismatch' },
    'phone-refused': { refused: 'phone_mismatch' },
  },
  phone: {
    broken: 'broken',
    invalid: { invalid: { phone: 'common.problem.phone' } },
    refused: { refused: 'too_many_requests', facts: { minutes: '10' } },
  },
  phonePay: {
    broken: 'broken',
    invalid: { invalid: { consent: 'cashierCarrier.consent.required' } },
    refused: { refused: 'carrier_limit_reached' },
  },
  search: {
    broken: 'broken',
    invalid: { invalid: { orderNo: 'receipt.problem.orderNo', tail: 'receipt.problem.tail' } },
    refused: { refused: 'receipt_not_found' },
    'too-often': { refused: 'too_many_requests', facts: { minutes: '15' } },
  },
  refundAsk: {
    broken: 'broken',
    invalid: {
      invalid: {
        amount: 'refunds.ask.amountProblem',
        reason: 'refunds.ask.whyProblem',
        words: 'refunds.ask.wordsProblem',
      },
    },
    refused: { refused: 'refund_request_open' },
    confirm: {
      ok: writeDraft({
        toConfirm: true,
        formKey: '0'.repeat(26),
        howMuch: 'part',
        amount: '20.00',
        sum: '¥20.00',
        reason: 'not_as_described',
        words: '少了一包，想退一部分。',
        advice: '原路可退，1–3 个工作日到账。',
      }),
    },
  },
};
