import { db } from '@/lib/core/db';

export interface RefundFilter {
  merchantId: string;
  orderId?: string | undefined;
  merchantRefundNo?: string | undefined;
  requestedFrom?: Date | undefined;
  requestedTo?: Date | undefined;
  before?: string | undefined;
}

/** What a merchant or its shoppers asked for, newest first: no parts, and nothing that stands in for another. */
export async function selectAskedPage(
  { requestedFrom, requestedTo, before, ...same }: RefundFilter,
  most: number,
): Promise<{ id: string; orderId: string }[]> {
  return db().refund.findMany({
    where: {
      ...same,
      ...{ cause: 'requested', replacesId: null, partOfId: null },
      requestedAt: { gte: requestedFrom, lt: requestedTo },
      id: { lt: before },
    },
    orderBy: { id: 'desc' },
    take: most,
    select: { id: true, orderId: true },
  });
}
