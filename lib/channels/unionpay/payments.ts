import type { Instrument, Outcome, PaymentQuery, PayRequest, TwoStep } from '../port';
import { contractOf, type Setup } from './config';
import { txnTimeOf } from './contract-fields';
import { evidenceOf } from './evidence';
import { ask, gatewayUrl, request } from './exchange';
import type { Fields } from './read-fields';
import {
  controlConsumeFields,
  frontConsumeFields,
  paymentQueryFields,
  qrConsumeFields,
} from './requests';
import { signFields } from './sign';
import { paymentCodeFields, tokenConsumeFields } from './token-requests';
import {
  controlStep,
  type Expected,
  qrStep,
  translateAnswer,
  translateCodeSent,
  translateQuery,
} from './translate';

/** Past payTimeout only what was begun before it can still come, and that is in progress by then. */
const PAYMENT_MARGIN_MS = 60_000;

type ByAgreement = Extract<Instrument, { type: 'agreement' }>;

/** Payments: by the payer's browser, by a host's TN, by a QR code, by token. */
export function createPayments(setup: Setup) {
  const contractFor = (payment: { contract?: PayRequest['contract'] }) =>
    contractOf(setup, payment);

  function expectedOf(
    payment: Pick<PaymentQuery, 'channelOrderNo' | 'requestedAt' | 'amount' | 'contract'>,
    instrument: Instrument['type'],
  ): Expected {
    return {
      merId: contractFor(payment).merchantNo,
      orderId: payment.channelOrderNo,
      txnTime: txnTimeOf(payment),
      txnType: '01',
      amount: payment.amount,
      product: instrument === 'agreement' ? 'token' : 'gateway',
    };
  }

  function front(payment: PayRequest): Outcome {
    const fields = frontConsumeFields(contractFor(payment), payment);
    return {
      kind: 'pending',
      next: {
        type: 'post-form',
        url: gatewayUrl(setup, 'frontTransReq'),
        fields: signFields(fields, setup.signer),
      },
      evidence: evidenceOf(fields),
    };
  }

  function control(payment: PayRequest): Promise<Outcome> {
    const fields = controlConsumeFields(contractFor(payment), payment);
    const call = { url: gatewayUrl(setup, 'appTransReq'), fields, at: payment.requestedAt };
    const expected = expectedOf(payment, 'quickpass');
    return request(setup, call, (answer) =>
      translateAnswer(answer, expected, controlStep(setup.mode)),
    );
  }

  function qr(payment: PayRequest): Promise<Outcome> {
    const fields = qrConsumeFields(contractFor(payment), payment);
    const expected = expectedOf(payment, 'quickpass');
    return back(payment, fields, (answer) => translateAnswer(answer, expected, qrStep));
  }

  function sendCode(payment: PayRequest, instrument: ByAgreement): Promise<Outcome> {
    const fields = paymentCodeFields(contractFor(payment), payment, instrument.channelAgreementNo);
    const expected: Expected = { ...expectedOf(payment, 'agreement'), txnType: '77' };
    return back(payment, fields, (answer) =>
      translateCodeSent(answer, expected, {
        type: 'enter-code',
        phoneMasked: instrument.phoneMasked,
        // UnionPay does not tell how long a code lives; the payment it is for ends here.
        expiresAt: payment.payableUntil.toISOString(),
      }),
    );
  }

  function consume(
    payment: PayRequest & { code?: string },
    instrument: ByAgreement,
  ): Promise<Outcome> {
    const fields = tokenConsumeFields(contractFor(payment), payment, instrument.channelAgreementNo);
    const expected = expectedOf(payment, 'agreement');
    return back(payment, fields, (answer) => translateAnswer(answer, expected));
  }

  const back = (
    payment: PayRequest,
    fields: Fields,
    translate: (answer: Fields) => Outcome,
  ): Promise<Outcome> => {
    const url = gatewayUrl(setup, 'backTransReq');
    return request(setup, { url, fields, at: payment.requestedAt }, translate);
  };

  async function pay(payment: PayRequest): Promise<Outcome> {
    const { instrument } = payment;
    if (instrument.type === 'agreement') {
      return instrument.withCode ? sendCode(payment, instrument) : consume(payment, instrument);
    }
    if (instrument.type === 'phone') throw new RangeError('UnionPay charges no phone bill');
    switch (instrument.surface) {
      case 'front':
        return front(payment);
      case 'control':
        return control(payment);
      case 'qr':
        return qr(payment);
    }
  }

  function query(question: PaymentQuery): Promise<Outcome> {
    const fields = paymentQueryFields(contractFor(question), question);
    const call = { url: gatewayUrl(setup, 'queryTrans'), fields, at: question.askedAt };
    return ask(setup, call, (answer) =>
      translateQuery(answer, expectedOf(question, question.instrument), {
        final: question.askedAt.getTime() >= question.payableUntil.getTime() + PAYMENT_MARGIN_MS,
        reason: 'not_paid_in_time',
      }),
    );
  }

  const twoStep: TwoStep = {
    resendCode: async (payment) => sendCode(payment, byAgreement(payment)),
    submitCode: async (payment) => consume(payment, byAgreement(payment)),
  };

  return { pay, query, twoStep };
}

function byAgreement({ instrument }: PayRequest): ByAgreement {
  if (instrument.type !== 'agreement') throw new RangeError('no code belongs to this payment');
  return instrument;
}
