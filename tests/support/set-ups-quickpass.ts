import type { HostFacts } from '@/lib/methods/quickpass-surface';
import type { Order } from '@/lib/orders/order';
import { renewQr } from '@/lib/payments/renew-qr';
import { resendChannelCode } from '@/lib/payments/resend-channel-code';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempts } from '@/lib/payments/store';
import { submitChannelCode } from '@/lib/payments/submit-channel-code';
import { switchMethod } from '@/lib/payments/switch-method';
import { bindCard } from './factories/bound-card';
import { RIGHT_CODE } from './factories/holder';
import { makePayableOrder } from './factories/payable-order';
import { DESKTOP, MERCHANT_APP, PHONE } from './hosts';
import { type Ask, type CardChannel, movedAt } from './neighbour-scenes';
import { payOtherwise, type SetUp, untilPaid, wordOf } from './neighbour-set-ups';

/** What every attempt at the order has been charged there, by whichever channel. */
async function chargesOf({ id }: Order, control: Ask): Promise<number> {
  let times = 0;
  for (const { channel, channelOrderNo } of await selectAttempts(id)) {
    if (channel === 'unionpay' || channel === 'netsunion') {
      times += await movedAt[channel](control, channelOrderNo);
    }
  }
  return times;
}

const actor = { userId: null };
const begin = ({ payToken: token }: Order, host: HostFacts) =>
  startPayment({ token, method: 'quickpass', host, actor });

/** What goes wrong for good, and for the answer alone. */
const TWO = ['reset on receipt', 'drop reply'] as const;

/** QuickPass begins with a call of ours, which charges nothing: the payer's part comes after it. */
const quickpass = (
  { name, call }: Pick<SetUp, 'name' | 'call'>,
  host: HostFacts,
  /** Has the shopper begin once more where the first one came to nothing. */
  again: (order: Order) => Promise<{ result: string }>,
): SetUp[] => {
  const prepare = async (control: Ask) => {
    const { order } = await makePayableOrder();
    return {
      order,
      begin: () => wordOf(begin(order, host)),
      charged: () => chargesOf(order, control),
    };
  };
  const told = { unsent: 'failed', lost: 'waiting' };
  return [
    {
      ...{ name: `${name}, paid otherwise`, call, told, end: 'paid' },
      async prepare({ control }) {
        const { order, ...scene } = await prepare(control);
        return { ...scene, goOn: () => payOtherwise(order) };
      },
    },
    {
      ...{ name: `${name}, begun once more`, call, told, end: 'paid', faults: TWO },
      async prepare({ control }) {
        const { order, ...scene } = await prepare(control);
        const goOn = async () => {
          const { result } = await again(order);
          if (result !== 'continue') return result;
          const { channelOrderNo } = (await selectAttempts(order.id)).at(-1) ?? {};
          await control(`orders/${channelOrderNo}/pay`, {});
          return untilPaid(order);
        };
        return { ...scene, goOn, chargedInTheEnd: () => 1 };
      },
    },
  ];
};

export const UNIONPAY_TN = quickpass(
  { name: 'UnionPay, the TN for a host', call: /appTransReq/ },
  MERCHANT_APP,
  async (order) => {
    await switchMethod({ token: order.payToken });
    return begin(order, MERCHANT_APP);
  },
);

export const UNIONPAY_QR = quickpass(
  { name: 'UnionPay, a QR code', call: /backTransReq/ },
  DESKTOP,
  ({ payToken: token }) => renewQr({ token, host: DESKTOP, actor }),
);

/** A payment by bound card that takes a code: the call that has it sent. CARD_CODE_FROM_FEN is below the amount. */
const cardCode = (channel: CardChannel, name: string, call: RegExp): SetUp[] => {
  const prepare = async (control: Ask) => {
    const { order, merchantId } = await makePayableOrder();
    const { agreementId, userId } = await bindCard({ merchantId, channels: [channel] });
    const { payToken: token } = order;
    return {
      order,
      userId,
      begin: () =>
        wordOf(
          startPayment({ token, method: 'card', agreementId, host: PHONE, actor: { userId } }),
        ),
      charged: () => chargesOf(order, control),
    };
  };
  const told = { unsent: 'failed', lost: 'continue' };
  return [
    {
      ...{ name: `${name}, paid otherwise`, call, told, end: 'paid' },
      async prepare({ control }) {
        const { order, userId: _, ...scene } = await prepare(control);
        return { ...scene, goOn: () => payOtherwise(order) };
      },
    },
    {
      ...{ name: `${name}, typed in`, call, told, end: 'paid', faults: TWO },
      async prepare({ control }) {
        const { order, userId, ...scene } = await prepare(control);
        const { payToken: token } = order;
        const goOn = async (reached: boolean) => {
          const by = { device: 'a phone', address: 'an address' };
          if (!reached) await resendChannelCode({ token, userId, ...by });
          await submitChannelCode({ token, code: RIGHT_CODE, userId });
          return untilPaid(order);
        };
        return { ...scene, goOn, chargedInTheEnd: () => 1 };
      },
    },
  ];
};

export const UNIONPAY_CODE = cardCode('unionpay', 'UnionPay, a payment’s code', /backTransReq/);
export const NETSUNION_CODE = cardCode(
  'netsunion',
  'NetsUnion, a payment’s code',
  /^POST \/netsunion\/epcc\.201/,
);
