import type { StaffUser } from '@/app/_server/staff';
import { mayDo } from '@/lib/core/staff-permissions';
import type { OrderOverview } from '@/lib/support/get-order-overview';
import { FilesCard } from '../../attachments/files-card';
import { NotesCard } from '../../notes/notes-card';
import { CasesCard } from './cases-card';
import { HeldCard } from './held-card';
import type { OrderQuery } from './input';
import { InquiryCard } from './inquiry-card';
import { OrderTimeline } from './order-timeline';
import { PaymentsCard } from './payments-card';
import { RefundRequest } from './refund/refund-request';
import { replyFacts } from './reply-facts';
import { RevealCard } from './reveal-card';

/** What happened beside what can be done about it; on a narrow screen, one after the other. */
export async function OrderColumns({
  overview,
  query,
  user,
}: {
  overview: OrderOverview;
  query: OrderQuery;
  user: StaffUser;
}) {
  const { order } = overview;
  const subject = { subjectType: 'order', subjectId: order.id } as const;
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_23rem]">
      <div className="grid min-w-0 gap-4">
        {query.reveal && mayDo(user.staffRole, 'payload.reveal') ? (
          <RevealCard orderId={order.id} {...query.reveal} />
        ) : null}
        <HeldCard overview={overview} user={user} />
        <InquiryCard overview={overview} user={user} />
        <OrderTimeline overview={overview} direction={query.order} user={user} />
      </div>
      <div className="grid min-w-0 gap-4">
        <PaymentsCard overview={overview} user={user} />
        <CasesCard overview={overview} />
        {mayDo(user.staffRole, 'refund.request') ? (
          <RefundRequest order={order} after={query.refunded} />
        ) : null}
        <NotesCard
          subject={subject}
          role={user.staffRole}
          facts={await replyFacts(overview)}
          query={query}
        />
        <FilesCard subject={subject} role={user.staffRole} query={query} />
      </div>
    </div>
  );
}
