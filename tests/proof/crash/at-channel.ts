import type { UnionPayRail } from '@/tests/support/unionpay-rail';

/** One order in the channel's own list. */
export interface AtChannel {
  orderId: string;
  kind: string;
  state: string;
  txnAmt: string;
  origQryId?: string;
  queryId?: string;
}

export async function listAtChannel(rail: UnionPayRail): Promise<AtChannel[]> {
  const { orders } = (await rail.ask('orders')) as { orders: AtChannel[] };
  return orders;
}

/** Numbers that the channel had before a story began: no business of it. */
export const numbersAtChannel = async (rail: UnionPayRail): Promise<ReadonlySet<string>> =>
  new Set((await listAtChannel(rail)).map(({ orderId }) => orderId));

const isReturn = ({ kind }: AtChannel): boolean => kind === 'refund' || kind === 'undo';

/** What of a story has moved money at the channel: payments, and what came back of them. */
export async function movedAtChannel(
  rail: UnionPayRail,
  before: ReadonlySet<string>,
): Promise<{ charges: (AtChannel & { returnedFen: bigint })[]; returns: AtChannel[] }> {
  const done = (await listAtChannel(rail)).filter(
    ({ orderId, state }) => state === 'succeeded' && !before.has(orderId),
  );
  const returns = done.filter(isReturn);
  const charges = done
    .filter(({ kind }) => kind === 'consume')
    .map((charge) => ({
      ...charge,
      returnedFen: returns
        .filter(({ origQryId }) => origQryId === charge.queryId)
        .reduce((sum, { txnAmt }) => sum + BigInt(txnAmt), 0n),
    }));
  return { charges, returns };
}
