import type { PayoutOutcome, PayoutPort, PayoutQuery, PayoutRequest } from '../payout-port';
import type { Outcome } from '../port';
import { contractOf, type Setup } from './config';
import { BIZ_TYPE, txnTimeOf } from './contract-fields';
import { ask, gatewayUrl, request } from './exchange';
import { payoutFields } from './payout-requests';
import { queryFields } from './requests';
import { payoutReasonOf } from './response-codes';
import { sealerFor } from './sensitive';
import { type Expected, translateAnswer, translateQuery } from './translate';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/**
 * A payout that is not found is not refused; UnionPay's own advice is to ask again. After this it is
 * `not_received`, which means no more than to send it again under the same number: taken once.
 */
const PAYOUT_MARGIN_MS = 10 * MINUTE * 1_000;

/** Money to a card (12/00, 000401): accepted at once, decided later. */
export function createPayout(setup: Setup): PayoutPort {
  const contractFor = (given: Pick<PayoutQuery, 'contract'>) => contractOf(setup, given);

  const expectedOf = (given: PayoutRequest | PayoutQuery): Expected => ({
    merId: contractFor(given).merchantNo,
    orderId: given.channelOrderNo,
    txnTime: txnTimeOf(given),
    txnType: '12',
    amount: given.amount,
    product: 'payout',
  });

  return {
    comparesIdNo: true,
    // The documented three minutes, then 1 to 32 seconds between asks, then patience.
    querySchedule: [180, 181, 183, 187, 195, 211, 243, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR],

    async send(given) {
      const contract = contractFor(given);
      const fields = payoutFields(
        contract,
        given,
        sealerFor(setup, contract, given.channelOrderNo),
      );
      const call = { url: gatewayUrl(setup, 'backTransReq'), fields, at: given.requestedAt };
      const outcome = await request<Outcome>(setup, call, (answer) =>
        translateAnswer(answer, expectedOf(given)),
      );
      return payoutOutcomeOf(outcome, given);
    },

    async query(given) {
      const fields = queryFields(contractFor(given), given, BIZ_TYPE.payout);
      const call = { url: gatewayUrl(setup, 'queryTrans'), fields, at: given.askedAt };
      const final = given.askedAt.getTime() >= given.requestedAt.getTime() + PAYOUT_MARGIN_MS;
      const outcome = await ask<Outcome>(setup, call, (answer) =>
        translateQuery(answer, expectedOf(given), { final, reason: 'not_received' }),
      );
      return payoutOutcomeOf(outcome, given);
    },
  };
}

function payoutOutcomeOf(outcome: Outcome, { amount }: Pick<PayoutQuery, 'amount'>): PayoutOutcome {
  const { evidence } = outcome;
  switch (outcome.kind) {
    case 'succeeded':
      return {
        kind: 'succeeded',
        channelRef: outcome.channelRef,
        amount: outcome.amount,
        evidence,
      };
    case 'failed':
      return { kind: 'failed', reason: payoutReasonOf(outcome.reason), evidence };
    case 'pending': {
      const { channelRef } = outcome;
      if (channelRef) return { kind: 'accepted', channelRef, amount, evidence };
      const problem = 'in progress, and not yet with a reference';
      return { kind: 'unknown', cause: 'unreadable', evidence: { ...evidence, problem } };
    }
    case 'unknown':
      return outcome;
  }
}
