import { assert } from '@/lib/core/assert';
import type { Agreement } from './agreement';
import type { AgreementView } from './agreement-view';
import { BANKS, isBankCode } from './banks';
import { isUnderMaintenance, limitsOf } from './card-rules';

/** What a page shows of a bound card at a moment. */
export function viewOf(agreement: Agreement, now: Date): AgreementView {
  const { id, bankCode, cardType, cardTail, nameMasked, phoneMasked, activatedAt } = agreement;
  assert(isBankCode(bankCode), `agreement ${id} of a bank that is not in the catalogue`);
  const { zh, en, colour, maintenance } = BANKS[bankCode];
  return {
    id,
    bank: { code: bankCode, zh, en, colour },
    cardTail,
    cardType: cardType === 'debit' ? 'debit' : 'credit',
    ...limitsOf(bankCode, cardType),
    underMaintenance: isUnderMaintenance(bankCode, now),
    maintenance,
    nameMasked,
    phoneMasked,
    activatedAt,
  };
}
