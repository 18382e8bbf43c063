import { vi } from 'vitest';
import { adapterOf, type RemoteChannel } from '@/lib/channels/registry';
import { newSortableNumber } from '@/lib/core/ids';
import { balanceOf } from '@/lib/ledger/balance-of';
import { cny } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import { requestRefund } from '@/lib/refunds/request-refund';
import { resolveRefund } from '@/lib/refunds/resolve-refund';
import { selectRefund } from '@/lib/refunds/store';
import {
  type Ask,
  type CardChannel,
  cardScene,
  carrierScene,
  type Deal,
  later,
  movedAt,
  type Neighbour,
  settled,
  stateIn,
} from './neighbour-scenes';
import { refundsOf } from './paid-by-unionpay';

/** What has been paid, and how often something of it has been given back there, under whatever number. */
interface Paid {
  order: Order;
  givenBack(): Promise<number>;
}

/** The money of a payment on its way back over the neighbour that carried it: all of it, or a half. */
const refundBy = (
  channel: RemoteChannel,
  paid: (control: Ask) => Promise<Paid>,
  part: 'all' | 'half' = 'all',
): Pick<Neighbour, 'prepare' | 'letPass' | 'resends'> => ({
  resends: true,
  async letPass() {
    const adapter = adapterOf(channel);
    const inTime = adapter.queryRefund;
    vi.spyOn(adapter, 'queryRefund').mockImplementation(later(inTime));
  },
  async prepare(control) {
    const { order, givenBack } = await paid(control);
    const { id: orderId, merchantId } = order;
    const amount = part === 'all' ? order.amount : cny(order.amount.amountMinor / 2n);
    /** What the channel owes us. */
    const owed = async () =>
      (await balanceOf({ subject: 'channel_clearing', owner: channel })).amountMinor;
    const before = await owed();
    return async (): Promise<Deal> => {
      const merchantRefundNo = newSortableNumber();
      const asked = { merchantId, orderId, amount, merchantRefundNo, actor: 'merchant' };
      const { id: refundId } = await requestRefund(asked);
      const { channelOrderNo } = await selectRefund(refundId);
      return {
        no: channelOrderNo,
        state: () => stateIn('refunds', refundId),
        moved: async () => ({
          here: Number(before - (await owed())) / Number(amount.amountMinor),
          there: await givenBack(),
        }),
        ask: () => resolveRefund({ refundId }),
      };
    };
  },
});

const paidByCard = (channel: CardChannel) => async (control: Ask) => {
  const { order, pay } = await cardScene(channel, control);
  await settled(await pay());
  return {
    order,
    async givenBack() {
      let times = 0;
      for (const { channel_order_no: no } of await refundsOf(order.id)) {
        times += await movedAt[channel](control, no);
      }
      return times;
    },
  };
};

const AT_UNIONPAY = { moving: /backTransReq/, asking: /queryTrans/ };

/** All of it, on the clearing day of the payment. */
export const UNIONPAY_UNDO: Neighbour = {
  name: 'UnionPay, an undo',
  ...AT_UNIONPAY,
  ...refundBy('unionpay', paidByCard('unionpay')),
};

export const UNIONPAY_REFUND: Neighbour = {
  name: 'UnionPay, a refund',
  ...AT_UNIONPAY,
  ...refundBy('unionpay', paidByCard('unionpay'), 'half'),
};

export const NETSUNION_REFUND: Neighbour = {
  name: 'NetsUnion, a refund',
  moving: /^POST \/netsunion\/epcc\.208/,
  asking: /^POST \/netsunion\/epcc\.211/,
  ...refundBy('netsunion', paidByCard('netsunion')),
};

/** Before it is sent, what went back already and what is left are looked at, by questions like those after it. */
export const CARRIER_REFUND: Neighbour = {
  name: 'a carrier, a refund',
  moving: /^POST .*\/carrier-billing-refund\//,
  asking: /^GET .*\/carrier-billing-refund\//,
  ...refundBy('carrier', async (control) => {
    const { order, pay, payments } = await carrierScene(control);
    await settled(await pay());
    return {
      order,
      givenBack: async () =>
        (await payments())
          .flatMap(({ refunds }) => refunds)
          .filter(({ state }) => state === 'succeeded').length,
    };
  }),
};
