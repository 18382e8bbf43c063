import { getLocale, getTranslations } from 'next-intl/server';
import { FailureWords } from '@/components/payments/failure-words';
import { SurfaceName } from '@/components/payments/paid-with';
import { OrderStateBadge, PaymentState } from '@/components/payments/payment-state';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Moment } from '@/components/ui/moment';
import { listCustomerLabels } from '@/lib/customers/list-customer-labels';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';
import { formatMoney } from '@/lib/money/format-money';
import type { Order } from '@/lib/orders/order';
import type { AttemptDetail } from '@/lib/payments/found-attempt';
import { BoundCard } from './bound-card';
import { PhoneBill, PhoneLine } from './phone-bill';

/** What is to be paid, how, and where it stands. */
export async function PaymentFacts({ attempt, order }: { attempt: AttemptDetail; order: Order }) {
  const t = await getTranslations('office.attempt');
  const words = await getTranslations('payments');
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  const { merchantId, customerId, surface, cardType, failureReason, agreementId, phone } = attempt;
  const merchant = (await listMerchantNames([merchantId])).get(merchantId);
  const customer = customerId && (await listCustomerLabels([customerId])).get(customerId);
  return (
    <Card className="grid gap-x-12 gap-y-5 lg:grid-cols-2">
      <div className="grid content-start gap-4">
        <div>
          <p>
            <PaymentState state={attempt.state} />
          </p>
          <p className="text-2xl font-semibold tabular-nums">
            {formatMoney(attempt.hold ? order.amount : attempt.amount)}
          </p>
        </div>
        <DescriptionList
          items={[
            { term: t('merchant'), detail: merchant?.[language] ?? merchantId },
            { term: t('subject'), detail: order.subject },
            { term: t('orderState'), detail: <OrderStateBadge state={order.state} /> },
            { term: t('customer'), detail: customer ? customer.reference : t('guest') },
          ]}
        />
      </div>
      <DescriptionList
        items={[
          ...(failureReason
            ? [{ term: t('failure'), detail: <FailureWords reason={failureReason} /> }]
            : []),
          ...(attempt.hold
            ? [
                { term: t('balancePart'), detail: formatMoney(attempt.balance) },
                { term: t('channelPart'), detail: formatMoney(attempt.amount) },
              ]
            : []),
          { term: t('method'), detail: words(`method.${attempt.method}`) },
          ...(surface ? [{ term: t('surface'), detail: <SurfaceName surface={surface} /> }] : []),
          { term: t('channel'), detail: words(`channel.${attempt.channel}`) },
          ...(agreementId
            ? [{ term: t('card'), detail: <BoundCard agreementId={agreementId} /> }]
            : []),
          ...(phone
            ? [
                { term: t('phone.bill'), detail: <PhoneBill phone={phone} /> },
                { term: t('phone.line'), detail: <PhoneLine phone={phone} /> },
                { term: t('phone.feePoint'), detail: phone.feePoint },
                {
                  term: t('phone.tries'),
                  detail: phone.payerUnknown
                    ? t('phone.nobodys')
                    : t('phone.triesCount', { count: phone.codeTries }),
                },
              ]
            : []),
          ...(attempt.channel === 'balance' || phone
            ? []
            : [
                {
                  term: t('cardType'),
                  detail: cardType ? words(`cardType.${cardType}`) : t('cardTypeNone'),
                },
              ]),
          { term: t('hostKind'), detail: t(`host.${attempt.host}`) },
          { term: t('requested'), detail: <Moment at={attempt.requestedAt} /> },
          { term: t('payableUntil'), detail: <Moment at={attempt.payableUntil} /> },
        ]}
      />
    </Card>
  );
}
