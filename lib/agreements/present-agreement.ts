import { assert } from '@/lib/core/assert';
import type { Agreement } from './agreement';
import { BANKS, isBankCode } from './banks';
import { limitsOf } from './card-rules';
import type { AgreementAnswer } from './schema';

/** An agreement as the merchant API shows it: amounts in fen, times in ISO 8601, of the card its tail. */
export function presentAgreement(agreement: Agreement): AgreementAnswer {
  const { id, state, bankCode, cardType, cardTail, activatedAt, endedAt } = agreement;
  assert(isBankCode(bankCode), `agreement ${id} of a bank that is not in the catalogue`);
  const { single, daily } = limitsOf(bankCode, cardType);
  return {
    id,
    state,
    bank: { code: bankCode, name: BANKS[bankCode].zh, name_en: BANKS[bankCode].en },
    card_type: cardType === 'debit' ? 'debit' : 'credit',
    card_tail: cardTail,
    single_limit: Number(single.amountMinor),
    daily_limit: Number(daily.amountMinor),
    signed_at: activatedAt?.toISOString() ?? null,
    ended_at: endedAt?.toISOString() ?? null,
  };
}
