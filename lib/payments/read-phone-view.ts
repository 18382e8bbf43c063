import { findLine } from '@/lib/carriers/find-line';
import { present } from '@/lib/core/assert';
import type { Attempt } from './attempt';
import type { CashierView } from './cashier-view';
import { MOST_CODE_TRIES, resendAt } from './phone-rules';
import { selectPhonePayment } from './phone-store';

type PhoneView = NonNullable<NonNullable<CashierView['live']>['phone']>;

/** The phone whose bill an attempt charges, as its page may show it; null for any other method. */
export async function readPhoneView(
  attempt: Pick<Attempt, 'id' | 'method' | 'requestedAt'>,
): Promise<PhoneView | null> {
  const phone = await selectPhonePayment(attempt);
  if (!phone) return null;
  const { carrier, province, phoneMasked, mode, codeExpiresAt, codeTries, lineId } = phone;
  const { billText } = present(await findLine({ lineId }), `the line ${lineId}`);
  return {
    carrier,
    province,
    phoneMasked,
    mode,
    billText,
    triesLeft: MOST_CODE_TRIES - codeTries,
    codeExpiresAt,
    resendAt: resendAt(attempt.requestedAt),
  };
}
