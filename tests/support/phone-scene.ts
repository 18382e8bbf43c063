import { randomBytes } from 'node:crypto';
import type {
  CarrierMode,
  HeldPayment,
  Outcome,
  PayRequest,
  RefundQuery,
  RefundRequest,
} from '@/lib/channels/port';
import { cny } from '@/lib/money/money';
import type { PhoneRail } from './phone-rail';

export const AMOUNT = cny(600n);
export const PAID = { kind: 'succeeded', amount: AMOUNT };
const number = (kind: 'p' | 'r') => `${kind}${randomBytes(12).toString('hex')}`;
type Pending = Extract<Outcome, { kind: 'pending' }>;

/** Requests of a cashier that charges phone bills, and what becomes of them. */
export function phoneScene(rail: () => PhoneRail) {
  let phones = 0;
  /** A phone of its own for each test; the simulator reads what it does from the last four digits. */
  const phoneOf = (meaning: string, prefix = '138') => {
    phones += 1;
    return `${prefix}${String(phones).padStart(4, '0')}${meaning}`;
  };

  function paymentOf(phone: string, mode: CarrierMode = 'sms'): PayRequest {
    const requestedAt = new Date();
    return {
      channelOrderNo: number('p'),
      instrument: {
        type: 'phone',
        carrier: 'cmcc',
        mode,
        phone: `+86${phone}`,
        phoneMasked: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
        serviceId: 'games-online',
        feePoint: 'FP0600',
        merchantName: '示例游戏',
        billText: '增值业务 游戏币 100 枚',
      },
      amount: AMOUNT,
      requestedAt,
      payableUntil: new Date(requestedAt.getTime() + 15 * 60_000),
      subject: '游戏币 100 枚',
      host: 'mobile',
      noticeUrl: `${rail().rails.env.CARRIER_SINK_ORIGIN}/api/channels/carrier/notify`,
      returnUrl: 'https://cashier.example/return',
    };
  }

  const asking = (request: PayRequest, channelRef?: string, laterMs = 0): HeldPayment => {
    const { channelOrderNo, amount, requestedAt, payableUntil, instrument } = request;
    if (instrument.type !== 'phone') throw new Error('not a phone');
    return {
      ...{ channelOrderNo, amount, requestedAt, payableUntil },
      instrument: 'phone',
      carrier: instrument.carrier,
      mode: instrument.mode,
      phone: instrument.phone,
      askedAt: new Date(requestedAt.getTime() + laterMs),
      ...(channelRef === undefined ? {} : { channelRef }),
    };
  };

  async function begun(request: PayRequest): Promise<Pending & { channelRef: string }> {
    const outcome = await rail().adapter.pay(request);
    if (outcome.kind !== 'pending' || !outcome.channelRef) throw new Error(JSON.stringify(outcome));
    return { ...outcome, channelRef: outcome.channelRef };
  }
  const steps = () => {
    const { adapter } = rail();
    const { submitCode, confirm } = adapter.twoStep ?? {};
    if (!submitCode || !confirm || !adapter.close) throw new Error('no second step');
    return { submitCode, confirm, close: adapter.close };
  };
  async function submitted(request: PayRequest, phone: string): Promise<Outcome> {
    const { channelRef, codeRef = '' } = await begun(request);
    const code = await rail().rails.handsetCode(phone);
    return steps().submitCode({ ...request, code, channelRef, codeRef });
  }
  /** The code typed in, and our word after it where the carrier waits for that. */
  async function confirmed(request: PayRequest, phone: string): Promise<Outcome> {
    const outcome = await submitted(request, phone);
    if (outcome.kind !== 'pending' || outcome.ours !== 'confirm') return outcome;
    return steps().confirm(asking(request, outcome.channelRef));
  }
  async function decided(request: PayRequest, channelRef?: string): Promise<Outcome> {
    const outcome = await rail().adapter.query(asking(request, channelRef));
    return outcome.kind === 'pending' ? decided(request, channelRef) : outcome;
  }

  async function refundOf(meaning: string, amountMinor: bigint, payment?: RefundRequest) {
    const request = paymentOf(phoneOf(meaning), 'direct');
    const paid = payment ? undefined : await rail().adapter.pay(request);
    const channelRef = paid?.kind === 'succeeded' ? paid.channelRef : '';
    const { channelOrderNo, amount } = request;
    const original = payment?.original ?? {
      ...{ channelOrderNo, channelRef, amount },
      instrument: 'phone' as const,
      carrier: 'cmcc' as const,
    };
    return {
      channelOrderNo: number('r'),
      kind: 'refund',
      requestedAt: new Date(),
      amount: cny(amountMinor),
      original,
      noticeUrl: request.noticeUrl,
    } satisfies RefundRequest;
  }
  const about = (request: RefundRequest, laterMs = 0): RefundQuery => ({
    ...request,
    payableUntil: request.requestedAt,
    askedAt: new Date(request.requestedAt.getTime() + laterMs),
  });
  async function ended(request: RefundRequest): Promise<Outcome> {
    const outcome = await rail().adapter.queryRefund(about(request));
    return outcome.kind === 'pending' ? ended(request) : outcome;
  }

  return {
    ...{ phoneOf, paymentOf, asking, begun, steps, submitted, confirmed, decided },
    ...{ refundOf, about, ended },
  };
}
