import type { AtChannel, ChannelList } from '@/tests/support/channel-list';

/** What a channel gets from now on: what it had before a story began is no business of that. */
export async function fromNowOn(channel: ChannelList): Promise<ChannelList> {
  const before = new Set((await channel.orders()).map(({ orderId }) => orderId));
  return {
    orders: async () => (await channel.orders()).filter(({ orderId }) => !before.has(orderId)),
  };
}

const isReturn = ({ kind }: AtChannel): boolean => kind === 'refund' || kind === 'undo';

/** What of a story has moved money at the channel: payments, and what came back of them. */
export async function movedAtChannel(
  at: ChannelList,
): Promise<{ charges: (AtChannel & { returnedFen: bigint })[]; returns: AtChannel[] }> {
  const done = (await at.orders()).filter(({ state }) => state === 'succeeded');
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
