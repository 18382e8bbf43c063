import { getTranslations } from 'next-intl/server';
import type { StaffUser } from '@/app/_server/staff';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Moment } from '@/components/ui/moment';
import { mayDo } from '@/lib/core/staff-permissions';
import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import type { OrderOverview } from '@/lib/support/get-order-overview';
import { HeldForm } from './held-form';

/**
 * Refunds that are held because their channel's code may mean that the money has gone back already: the code,
 * the channel's word beside our own sums, and the way out for whoever may decide.
 */
export async function HeldCard({
  overview: { order, held },
  user,
}: {
  overview: OrderOverview;
  user: StaffUser;
}) {
  if (held.length === 0) return null;
  const t = await getTranslations('officeOrders.held');
  const channels = await getTranslations('payments.channel');
  const sum = (amount: Money | null) => (amount ? formatMoney(amount) : t('notKnown'));
  return (
    <Card id="held" className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-sm text-soft">{t('lead')}</p>
      </div>
      {held.map(({ id, channel, channelCode, amount, requestedAt, ...facts }) => (
        <section
          key={id}
          aria-label={t('one', { amount: formatMoney(amount) })}
          className="grid max-w-xl gap-4 border-t border-line pt-4"
        >
          <DescriptionList
            items={[
              { term: t('amount'), detail: formatMoney(amount) },
              { term: t('since'), detail: <Moment at={requestedAt} /> },
              {
                term: t('code', { channel: channels(channel) }),
                detail: <code className="font-mono">{channelCode}</code>,
              },
              { term: t('original'), detail: sum(facts.original) },
              { term: t('refunded'), detail: sum(facts.refunded) },
              { term: t('undecided'), detail: sum(facts.undecided) },
            ]}
          />
          {mayDo(user.staffRole, 'inquiry.decide') ? (
            <HeldForm
              orderId={order.id}
              refundId={id}
              words={{
                legend: t('legend'),
                succeeded: t('succeeded'),
                succeededHint: t('succeededHint'),
                failed: t('failed'),
                failedHint: t('failedHint'),
                why: t('why'),
                whyHint: t('whyHint'),
                totp: t('totp'),
                totpHint: t('totpHint'),
                submit: t('submit'),
                pending: t('pending'),
                broken: t('broken'),
              }}
            />
          ) : (
            <p className="text-sm text-soft">{t('others')}</p>
          )}
        </section>
      ))}
    </Card>
  );
}
