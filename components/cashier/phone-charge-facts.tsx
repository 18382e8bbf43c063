import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import type { PhoneCharge } from '@/lib/payments/phone-charge';
import { billWords } from './bill-words';
import { FocusedPart } from './focused-part';
import { usePhoneWords } from './use-phone-words';

/** All that there is to know before a phone is charged: whose, how much, how it will look, and what then. */
export function PhoneChargeFacts({
  found,
  charge,
  tools,
}: {
  found: PhoneCharge;
  charge: Extract<PhoneCharge['charge'], { kind: 'open' }>;
  /** What can be done about the number. */
  tools: ReactNode;
}) {
  const t = useTranslations('cashierCarrier.charge');
  const ported = useTranslations('cashierCarrier')('ported');
  const { carrierName, placeOf } = usePhoneWords();
  const { carrier, province } = found;
  const amount = formatMoney(charge.amount);
  const left = (term: string, money: Money | null) =>
    money ? [{ term, detail: formatMoney(money) }] : [];
  const whose = carrier
    ? [
        {
          term: t('carrier'),
          detail: (
            <span className="flex flex-wrap items-center justify-end gap-x-2">
              {placeOf(carrier, province)}
              {found.ported ? <Badge>{ported}</Badge> : null}
            </span>
          ),
        },
      ]
    : [];
  return (
    <FocusedPart label={t('title')}>
      <Card className="grid gap-4">
        <DescriptionList
          items={[
            { term: t('phone'), detail: found.phoneMasked },
            ...whose,
            { term: t('bill'), detail: billWords(charge.billText) },
            { term: t('price'), detail: t('noFee', { amount }) },
            ...left(t('leftToday'), charge.leftToday),
            ...left(t('leftThisMonth'), charge.leftThisMonth),
          ]}
        />
        {tools}
        <p className="text-sm text-soft">
          {t(`how.${charge.mode}`, { carrier: carrier ? carrierName(carrier) : '', amount })}
        </p>
        <Notice title={t('refundTitle')}>{t('refund')}</Notice>
      </Card>
    </FocusedPart>
  );
}
