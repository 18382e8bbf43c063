import { vi } from 'vitest';
import { confirmSigning } from '@/lib/agreements/confirm-signing';
import { endAgreement } from '@/lib/agreements/end-agreement';
import { resolveSigning } from '@/lib/agreements/resolve-signing';
import { startSigning } from '@/lib/agreements/start-signing';
import { requestSignInCode } from '@/lib/auth/request-sign-in-code';
import { signInShopper } from '@/lib/auth/sign-in-shopper';
import { adapterOf } from '@/lib/channels/registry';
import { present } from '@/lib/core/assert';
import { pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { age } from './agreement-bench';
import { someCardNo } from './card-numbers';
import { bindCard } from './factories/bound-card';
import { seedShopper } from './factories/customers';
import { HOLDER, RIGHT_CODE } from './factories/holder';
import { makePayableOrder } from './factories/payable-order';
import { type Ask, type CardChannel, later, movedAt } from './neighbour-scenes';
import { payOtherwise, type SetUp, wordOf } from './neighbour-set-ups';
import { somePhone } from './phones';

interface Row {
  id: string;
  agreement_id: string;
  sign_no: string;
  state: string;
}

/** All that was ever begun on a channel for the cards of this shopper, oldest first. */
async function rowsOf(userId: string): Promise<Row[]> {
  const { rows } = await pool().query<Row>(
    `SELECT c.id, c.agreement_id, c.sign_no, c.state FROM channel_agreements c
       JOIN agreements a ON a.id = c.agreement_id WHERE a.user_id = $1 ORDER BY c.created_at, c.id`,
    [userId],
  );
  return rows;
}
const newestOf = async (userId: string) => present((await rowsOf(userId)).at(-1), 'a signing');

/** How the newest signing stands here, and how many there are at the channel. */
async function standing(channel: CardChannel, control: Ask, userId: string): Promise<string> {
  const rows = await rowsOf(userId);
  let signed = 0;
  for (const { sign_no: no } of rows) signed += await movedAt[channel](control, no);
  return `${rows.at(-1)?.state}, ${signed} there`;
}

/** A shopper with an order that can be paid from a balance, and with a card that is not bound yet. */
async function binding(channel: CardChannel) {
  const { order, merchantId } = await makePayableOrder();
  const phone = somePhone();
  const { userId } = await seedShopper(phone);
  const elements = { ...HOLDER, cardNo: someCardNo(), phone };
  const card = { merchantId, customerReference: null, userId, elements, consentVersion: '2026-11' };
  return {
    userId,
    begin: () => startSigning({ ...card, channels: [channel] }),
    async confirm() {
      const { agreement_id: agreementId } = await newestOf(userId);
      const given = { agreementId, userId, code: RIGHT_CODE, channels: [channel] };
      const { kind } = await confirmSigning(given);
      return { result: kind };
    },
    /** No card of that neighbour has anything to do with it. */
    meanwhile: () => payOtherwise(order),
    charged: async () => 0,
  };
}

const SIGNED = 'active, 1 there';

/** The call that has a code sent, to bind a card with. */
const bindCode = (channel: CardChannel, name: string, call: RegExp): SetUp => ({
  ...{ name, call, end: SIGNED },
  told: { unsent: 'signing_unavailable', lost: 'unsure' },
  async prepare({ control }) {
    const { userId, begin, confirm, ...scene } = await binding(channel);
    return {
      ...scene,
      begin: () => wordOf(begin().then(({ unsure }) => ({ result: unsure ? 'unsure' : 'sent' }))),
      async goOn(reached) {
        if (!reached) {
          // A minute on, another one may be asked for.
          await age((await newestOf(userId)).agreement_id, 61);
          await begin();
        }
        await confirm();
        return standing(channel, control, userId);
      },
    };
  },
});

/** The call that binds it, with the code. */
const bindSigning = (channel: CardChannel, name: string, call: RegExp): SetUp => ({
  ...{ name, call, end: SIGNED },
  told: { unsent: 'signing_unavailable', lost: 'signing_unknown' },
  async prepare({ control }) {
    const { userId, begin, confirm, ...scene } = await binding(channel);
    await begin();
    return {
      ...scene,
      begin: () => wordOf(confirm()),
      async goOn() {
        await askedLater(channel, userId);
        if ((await newestOf(userId)).state !== 'active') await confirm();
        return standing(channel, control, userId);
      },
    };
  },
});

/** The channel is asked until it says, so late that nothing can be on its way any more. */
async function askedLater(channel: CardChannel, userId: string): Promise<void> {
  const port = present(adapterOf(channel).agreements, `the agreements of ${channel}`);
  const inTime = port.querySign;
  vi.spyOn(port, 'querySign').mockImplementation(later(inTime));
  await pool().query("UPDATE channel_agreements SET sent_at = sent_at - interval '3 minutes'");
  await untilSaid(userId);
}

async function untilSaid(userId: string): Promise<void> {
  const { id: channelAgreementId, state } = await newestOf(userId);
  if (state !== 'sent' && state !== 'unknown') return;
  await resolveSigning({ channelAgreementId });
  return untilSaid(userId);
}

/** The call that ends it: for us it is gone at once, and the channel is told until it says so. */
const unbinding = (channel: CardChannel, name: string, call: RegExp): SetUp => ({
  ...{ name, call, end: 'ended' },
  told: { unsent: 'ending', lost: 'ending' },
  async prepare() {
    const { order, merchantId } = await makePayableOrder();
    const { agreementId, userId } = await bindCard({ merchantId, channels: [channel] });
    return {
      async begin() {
        await endAgreement({ agreementId, by: { userId } });
        return (await newestOf(userId)).state;
      },
      meanwhile: () => payOtherwise(order),
      async goOn() {
        await resolveSigning({ channelAgreementId: (await newestOf(userId)).id });
        return (await newestOf(userId)).state;
      },
      charged: async () => 0,
    };
  },
});

const BACK = /backTransReq/;
export const BINDINGS: readonly SetUp[] = [
  bindCode('unionpay', 'UnionPay, a code to bind with', BACK),
  bindSigning('unionpay', 'UnionPay, the binding of a card', BACK),
  unbinding('unionpay', 'UnionPay, the end of a bound card', BACK),
  bindCode('netsunion', 'NetsUnion, a code to bind with', /^POST \/netsunion\/epcc\.101/),
  bindSigning('netsunion', 'NetsUnion, the binding of a card', /^POST \/netsunion\/epcc\.101/),
  unbinding('netsunion', 'NetsUnion, the end of a bound card', /^POST \/netsunion\/epcc\.103/),
];

/** The gateway of text messages, with a code to sign in by. Whatever comes with status 200 is a yes. */
export const TEXT: SetUp = {
  name: 'the gateway of text messages',
  call: /^POST \/sms$/,
  told: { unsent: 'code_not_sent', lost: 'code_not_sent' },
  believes: { faults: ['html', 'half reply'], told: 'sent' },
  end: 'signed in',
  async prepare({ control }) {
    const { order } = await makePayableOrder();
    const phone = somePhone();
    const send = () => requestSignInCode({ phone, address: newSortableNumber() });
    return {
      begin: () => wordOf(send().then(() => ({ result: 'sent' }))),
      meanwhile: () => payOtherwise(order),
      async goOn(reached) {
        if (!reached) await send();
        const { messages } = (await control(`sms?phone=${phone}`)) as {
          messages: { text: string }[];
        };
        const code = /#(\d{6})$/.exec(messages[0]?.text ?? '')?.[1] ?? '';
        const signedIn = signInShopper({ phone, code, address: newSortableNumber() });
        return wordOf(signedIn.then(() => ({ result: 'signed in' })));
      },
      charged: async () => 0,
    };
  },
};
