import type { ReactNode } from 'react';
import { Cell } from '@/components/ui/table';
import type { Refund } from '@/lib/refunds/refund';
import { FailureWords } from './failure-words';
import { RefundStateBadge } from './payment-state';

/** How far a refund is, with what the table adds, and why it failed where it did. */
export function RefundStateCell({
  refund,
  className,
  children,
}: {
  refund: Pick<Refund, 'state' | 'failureReason'>;
  className: string;
  children?: ReactNode;
}) {
  return (
    <Cell className={className}>
      <RefundStateBadge state={refund.state} />
      {children}
      {refund.failureReason ? (
        <span className="block text-xs text-faint">
          <FailureWords reason={refund.failureReason} />
        </span>
      ) : null}
    </Cell>
  );
}

/** Who asked for a refund, in words, and why. */
export function AskedByCell({
  refund,
  className,
}: {
  refund: Pick<Refund, 'reason'> & { by: string };
  className: string;
}) {
  return (
    <Cell className={className}>
      {refund.by}
      {refund.reason ? <span className="block text-xs text-faint">{refund.reason}</span> : null}
    </Cell>
  );
}
