import { getTranslations } from 'next-intl/server';
import type { StaffUser } from '@/app/_server/staff';
import { Card } from '@/components/ui/card';
import { mayDo } from '@/lib/core/staff-permissions';
import type { OrderOverview } from '@/lib/support/get-order-overview';
import { listInquiries } from '@/lib/support/list-inquiries';
import { InquiryForm } from './inquiry-form';
import { InquiryResult } from './inquiry-result';

/** "Paid but not credited": the one button, and under it what each press has brought, newest first. */
export async function InquiryCard({
  overview: { order },
  user,
}: {
  overview: OrderOverview;
  user: StaffUser;
}) {
  const t = await getTranslations('officeOrders.inquiry');
  const inquiries = await listInquiries({ orderId: order.id, by: user });
  const asks = mayDo(user.staffRole, 'inquiry.open');
  if (!asks && inquiries.length === 0) return null;
  return (
    <Card id="inquiry" className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-sm text-soft">{t('lead')}</p>
      </div>
      {inquiries.map((inquiry, place) => (
        // What was asked before is only told: one is decided at a time, by the latest answers.
        <InquiryResult key={inquiry.id} inquiry={inquiry} isLatest={place === 0} user={user} />
      ))}
      {asks ? (
        <details open={inquiries.length === 0}>
          <summary className="min-h-11 content-center font-medium text-accent-text">
            {inquiries.length === 0 ? t('open') : t('again')}
          </summary>
          <InquiryForm
            key={inquiries[0]?.id}
            orderId={order.id}
            words={{
              words: t('words'),
              wordsHint: t('wordsHint'),
              submit: t('submit'),
              pending: t('pending'),
              broken: t('broken'),
            }}
          />
        </details>
      ) : null}
    </Card>
  );
}
