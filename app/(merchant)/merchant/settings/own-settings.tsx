import { getTranslations } from 'next-intl/server';
import { getLimits } from '@/lib/merchants/get-limits';
import type { Merchant } from '@/lib/merchants/merchant';
import { methodsInOrder } from '@/lib/methods/rank-methods';
import { plainAmount } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import { LateForm } from './late-form';
import { LimitsForm } from './limits-form';
import { MethodsForm } from './methods-form';
import { OriginsForm } from './origins-form';
import { SettingCard } from './setting-card';

const POLICIES = ['accept', 'refund', 'hold'] as const;
const typed = (limit: Money | null): string => (limit ? plainAmount(limit) : '');

/** All that the merchant decides itself about its orders and its page. */
export async function OwnSettings({ merchant }: { merchant: Merchant }) {
  const t = await getTranslations('merchantFigures.settings');
  const terms = await getTranslations('merchant.terms');
  const payments = await getTranslations('payments');
  const limits = await getLimits(merchant.id);
  const pressed = { save: t('save'), saving: t('saving'), broken: t('broken') };
  return (
    <>
      <SettingCard title={t('methods.title')} lead={t('methods.lead')}>
        <MethodsForm
          methods={methodsInOrder(merchant.methodOrder).map((code, place) => ({
            code,
            name: payments(`method.${code}`),
            shown: !merchant.hiddenMethods.includes(code),
            place: String(place + 1),
            label: t('methods.place', { method: payments(`method.${code}`) }),
          }))}
          words={{ ...pressed, shown: t('methods.shown') }}
        />
      </SettingCard>
      <SettingCard title={t('limits.title')} lead={t('limits.lead')}>
        <LimitsForm
          limits={{
            orderLeast: typed(limits.orderLeast),
            orderMost: typed(limits.orderMost),
            dayMost: typed(limits.dayMost),
          }}
          words={{
            ...pressed,
            orderLeast: t('limits.orderLeast'),
            orderMost: t('limits.orderMost'),
            dayMost: t('limits.dayMost'),
          }}
        />
      </SettingCard>
      <SettingCard title={terms('late')} lead={t('late.lead')}>
        <LateForm
          chosen={merchant.latePaymentPolicy}
          words={{
            ...pressed,
            legend: t('late.legend'),
            options: POLICIES.map((value) => ({
              value,
              label: terms(`latePolicy.${value}`),
              hint: t(`late.${value}`),
            })),
          }}
        />
      </SettingCard>
      <SettingCard title={t('origins.title')} lead={t('origins.lead')}>
        <OriginsForm
          origins={merchant.returnOrigins}
          words={{ ...pressed, label: t('origins.label'), hint: t('origins.hint') }}
        />
      </SettingCard>
    </>
  );
}
