import { channelRoute, seeOther } from '@/app/_server/channel-route';
import { receiveReturn } from '@/lib/webhooks/receive-return';

/**
 * The payer's browser coming back from a channel. It always arrives at a page of ours: at its own
 * when the channel vouches for it, else at the front door.
 */
const comeBack = channelRoute({
  run: async (call) => {
    const page = await receiveReturn(call);
    return seeOther(page ? `/pay/${page.payToken}/result` : '/');
  },
  otherwise: () => seeOther('/'),
});

export const GET = comeBack;
export const POST = comeBack;
