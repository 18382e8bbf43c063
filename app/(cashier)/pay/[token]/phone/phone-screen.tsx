import { getTranslations } from 'next-intl/server';
import { RenewalNotice } from '@/components/cashier/renewal-notice';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';
import type { PhoneCharge } from '@/lib/payments/phone-charge';
import { StepPage } from '../step-page';
import { CheckedStep } from './checked-step';
import { NumberStep } from './number-step';
import { Told } from './told';

/** Whose bill is charged, what that means, and the consent; or why it cannot be. */
export async function PhoneScreen({
  view,
  token,
  checked,
  remembered,
  isRemembered,
  told,
}: {
  view: CashierView;
  token: string;
  /** The number that has been looked up. */
  checked: { id: string; found: PhoneCharge } | undefined;
  /** The number that this browser remembers, masked. */
  remembered: string | null;
  /** It is the one that has been looked up. */
  isRemembered: boolean;
  told: { done?: unknown; again?: unknown };
}) {
  const t = await getTranslations('cashierCarrier');
  const lead = t('number.lead', { amount: formatMoney(view.order.amount) });
  return (
    <StepPage view={view} token={token} title={t('title')} lead={lead}>
      <Told done={told.done} again={told.again} replaced={checked !== undefined} />
      <RenewalNotice order={view.order} />
      {checked ? (
        <CheckedStep
          view={view}
          checkedId={checked.id}
          found={checked.found}
          remembered={remembered}
          isRemembered={isRemembered}
          token={token}
        />
      ) : (
        <NumberStep token={token} remembered={remembered} />
      )}
    </StepPage>
  );
}
