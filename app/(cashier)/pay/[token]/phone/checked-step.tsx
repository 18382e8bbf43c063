import { getTranslations } from 'next-intl/server';
import { PhoneChargeFacts } from '@/components/cashier/phone-charge-facts';
import { PhoneObstacle } from '@/components/cashier/phone-obstacle';
import { LinkButton } from '@/components/ui/link-button';
import type { CashierView } from '@/lib/payments/cashier-view';
import type { PhoneCharge } from '@/lib/payments/phone-charge';
import { ConsentStep } from './consent-step';
import { ForgetNumber } from './forget-number';
import { NumberStep } from './number-step';

/** A number that has been looked up: what charging it means, or why it cannot be charged. */
export async function CheckedStep({
  view,
  checkedId,
  found,
  remembered,
  isRemembered,
  token,
}: {
  view: CashierView;
  checkedId: string;
  found: PhoneCharge;
  /** The number that this browser remembers, masked. */
  remembered: string | null;
  /** It is this very one. */
  isRemembered: boolean;
  token: string;
}) {
  const t = await getTranslations('cashierCarrier');
  const { charge } = found;
  if (charge.kind === 'closed') {
    return (
      <>
        <PhoneObstacle
          key={found.phoneMasked}
          found={found}
          obstacle={charge.obstacle}
          amount={view.order.amount}
          instead={view.offers.find(({ method, available }) => method !== 'carrier' && available)}
          token={token}
        />
        <NumberStep token={token} remembered={isRemembered ? null : remembered} />
      </>
    );
  }
  return (
    <>
      <PhoneChargeFacts
        key={found.phoneMasked}
        found={found}
        charge={charge}
        tools={
          <div className="-mx-4 -my-2 flex flex-wrap justify-between">
            <LinkButton href={`/pay/${token}/phone?change=1`} variant="quiet">
              {t('number.change')}
            </LinkButton>
            {isRemembered ? <ForgetNumber token={token} /> : null}
          </div>
        }
      />
      <ConsentStep
        order={view.order}
        found={found}
        charge={charge}
        checkedId={checkedId}
        remembered={isRemembered}
        token={token}
      />
    </>
  );
}
