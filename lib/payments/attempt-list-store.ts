import type { Evidence, PaymentChannel } from '@/lib/channels/port';
import { db, type Tx } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import type { Route } from '@/lib/routing/route';
import type { Prisma } from '@/prisma/generated/client';
import type { AttemptDetail, FoundAttempt } from './found-attempt';

const FOUND = {
  id: true,
  orderId: true,
  merchantId: true,
  amountMinor: true,
  balanceMinor: true,
  method: true,
  surface: true,
  channel: true,
  cardType: true,
  state: true,
  failureReason: true,
  tn: true,
  createdAt: true,
} satisfies Prisma.AttemptSelect;

export type AttemptRow = Omit<FoundAttempt, 'merchantOrderNo'>;

/** What a search may look for: each is an index of its own, and any of them will do. */
export interface AttemptKeys {
  ids?: readonly string[];
  orderIds?: readonly string[];
  agreementId?: string;
  /** A TN, our number at a channel, or the channel's own. */
  number?: string;
}

const CHANNELS: PaymentChannel[] = ['balance', 'unionpay', 'netsunion', 'carrier'];

function anyOf({ ids, orderIds, agreementId, number }: AttemptKeys): Prisma.AttemptWhereInput[] {
  return [
    ...(ids ? [{ id: { in: [...ids] } }] : []),
    ...(orderIds ? [{ orderId: { in: [...orderIds] } }] : []),
    ...(agreementId ? [{ agreementId }] : []),
    ...(number
      ? [
          { tn: number },
          { channelRef: number },
          { channel: { in: CHANNELS }, channelOrderNo: number },
        ]
      : []),
  ];
}

/** Attempts that one of these keys fits, or all where no key is given; newest first. */
export async function selectFoundAttempts(
  { keys, before }: { keys?: AttemptKeys; before?: string },
  most: number,
  tx: Tx = db(),
): Promise<AttemptRow[]> {
  const rows = await tx.attempt.findMany({
    where: {
      ...(keys ? { OR: anyOf(keys) } : {}),
      ...(before ? { id: { lt: before } } : {}),
    },
    orderBy: { id: 'desc' },
    take: most,
    select: FOUND,
  });
  return rows.map(({ amountMinor, balanceMinor, channel, ...row }) => ({
    ...row,
    // Written by this module only.
    channel: channel as PaymentChannel,
    amount: cny(amountMinor),
    balance: cny(balanceMinor),
  }));
}

export type AttemptRecord = Pick<
  AttemptDetail,
  'createdAt' | 'routing' | 'evidence' | 'asks' | 'nextAskAt'
>;

/** What is kept with an attempt for those who have to explain it. */
export async function selectAttemptRecord(id: string): Promise<AttemptRecord | undefined> {
  const row = await db().attempt.findUnique({
    where: { id },
    select: { createdAt: true, routing: true, evidence: true, asks: true, nextAskAt: true },
  });
  if (!row) return undefined;
  // Written by this module only, as JSON of these very types.
  const routing = row.routing as unknown as Route | null;
  return { ...row, routing, evidence: row.evidence as Evidence | null };
}
