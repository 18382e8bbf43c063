import { backToCashier } from '@/app/_server/back-to-cashier';
import { channelRoute, seeOther } from '@/app/_server/channel-route';
import { receiveReturn } from '@/lib/webhooks/receive-return';

/**
 * The payer's browser coming back from a channel. It always arrives at a page of ours: at the one
 * the channel vouches for, else at the one it was paying on.
 */
const comeBack = channelRoute({
  name: 'return',
  run: async (call) => {
    const page = await receiveReturn(call);
    return page ? seeOther(`/pay/${page.payToken}/result`) : backToCashier();
  },
  otherwise: backToCashier,
});

export const GET = comeBack;
export const POST = comeBack;
