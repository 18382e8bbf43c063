import { present } from '@/lib/core/assert';
import { ensureCustomer } from '@/lib/customers/ensure-customer';
import { setPaymentPassword } from '@/lib/customers/set-payment-password';
import { submitChannelCode } from '@/lib/payments/submit-channel-code';
import { switchMethod } from '@/lib/payments/switch-method';
import { PASSWORD, topUp } from './factories/payable-order';
import { type Ask, countOf } from './neighbour-scenes';
import { payOtherwise, type SetUp, wordOf } from './neighbour-set-ups';
import { atCarrier, makeDigitalOrder, payByPhone, phoneWith } from './phone-bill-scene';

/** An order that a phone's bill or a balance can pay. */
async function phoneScene(control: Ask) {
  const order = await makeDigitalOrder();
  const { customerId } = await ensureCustomer({ merchantId: order.merchantId, reference: 'alice' });
  await setPaymentPassword({ customerId, password: PASSWORD });
  await topUp(customerId, 1_000n);
  const phone = phoneWith('7003');
  const { payToken: token } = order;
  return {
    pay: () => wordOf(payByPhone(order, phone)),
    leave: () => wordOf(switchMethod({ token })),
    async typeCode() {
      const { messages } = (await control(`sms?phone=${phone}`)) as {
        messages: { text: string }[];
      };
      const code = present(/验证码 ?(\d{6})，/.exec(messages[0]?.text ?? '')?.[1], 'the code');
      return wordOf(submitChannelCode({ token, code, userId: null }));
    },
    goOn: () => payOtherwise(order),
    charged: async () => countOf(await atCarrier({ control }, phone), ['succeeded']),
  };
}

const PAYMENTS = '^POST .*/carrier-billing/[^/]+/payments';

/** What goes on around the one call of a phone bill that takes money. */
export const CARRIER_SET_UPS: readonly SetUp[] = [
  {
    name: 'a carrier, whose a number is',
    call: /number-lookup/,
    // Number ranges are enough to go on with; where nobody listens at all, there is no code, either.
    told: { unsent: 'failed', lost: 'continue' },
    end: 'paid',
    async prepare({ control }) {
      const { pay, goOn, charged } = await phoneScene(control);
      return { begin: pay, goOn, charged };
    },
  },
  {
    name: 'a carrier, an access token',
    call: /\/oauth2\/token/,
    told: { unsent: 'failed', lost: 'failed' },
    end: 'paid',
    async prepare({ control }) {
      const { pay, goOn, charged } = await phoneScene(control);
      await control('carrier/revoke-tokens', {});
      return { begin: pay, goOn, charged };
    },
  },
  {
    name: 'a carrier, a payment prepared',
    call: new RegExp(`${PAYMENTS}/prepare$`),
    told: { unsent: 'failed', lost: 'waiting' },
    end: 'paid',
    async prepare({ control }) {
      const { pay, goOn, charged } = await phoneScene(control);
      return { begin: pay, goOn, charged };
    },
  },
  {
    name: 'a carrier, a code typed in',
    call: new RegExp(`${PAYMENTS}/[^/]+/validate$`),
    told: { unsent: 'continue', lost: 'waiting' },
    end: 'paid',
    async prepare({ control }) {
      const { pay, typeCode, goOn, charged } = await phoneScene(control);
      await pay();
      // Whoever typed the right code has agreed: what the carrier holds then is taken.
      return { begin: typeCode, goOn, charged, chargedInTheEnd: (reached) => (reached ? 1 : 0) };
    },
  },
  {
    name: 'a carrier, a payment let go',
    call: new RegExp(`${PAYMENTS}/[^/]+/cancel$`),
    told: { unsent: 'earlier_attempt_unknown', lost: 'earlier_attempt_unknown' },
    end: 'paid',
    async prepare({ control }) {
      const { pay, leave, goOn, charged } = await phoneScene(control);
      await pay();
      return { begin: leave, goOn, charged };
    },
  },
];
