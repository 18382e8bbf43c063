import { type Notice, type NoticeRequest, UnauthenticNotice } from '../notice-port';
import type { ChannelAdapter } from '../port';
import { createAgreements } from './agreements';
import { prepareSetup, type UnionPayConfig } from './config';
import { createEncryption } from './encryption';
import { formOriginsOf } from './form-origins';
import { createHostResults } from './host-results';
import { createPayments } from './payments';
import { createPayout } from './payout';
import { readForm } from './read-fields';
import { createReturns } from './returns';
import { verifyFields } from './sign';
import { createStatements } from './statements';
import { translateNotice } from './translate';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** UnionPay ACP 5.1.0, signMethod 01: QuickPass, the token product, returns, payouts, files. */
export function createUnionPayAdapter(config: UnionPayConfig): ChannelAdapter {
  const setup = prepareSetup(config);

  function readNotice(request: NoticeRequest): Notice {
    const read = readForm(request.body);
    if (!read.ok) throw new UnauthenticNotice(`unreadable notice: ${read.reason}`);
    const verification = verifyFields(read.fields, { ...setup, at: request.receivedAt });
    if (!verification.ok) throw new UnauthenticNotice(`untrusted notice: ${verification.reason}`);
    const notice = translateNotice(read.fields);
    if (!notice) throw new UnauthenticNotice('a notice about nothing this adapter asks for');
    return notice;
  }

  return {
    code: 'unionpay',
    querySchedule: {
      // The documented 5, 10, 30, 60, 120 minutes; before them, what keeps a waiting page honest.
      payment: [15, MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR],
      // Back transactions: the documented 1 to 32 seconds between asks, then patience.
      agreement: [1, 3, 7, 15, 31, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR],
      // The documented 1 to 32 seconds between asks, then patience.
      refund: [1, 2, 4, 8, 16, 32, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR],
    },
    ...createPayments(setup),
    ...createReturns(setup),
    readNotice,
    acknowledgement: { status: 200, body: 'ok' },
    formOrigins: formOriginsOf(setup.gatewayOrigin),
    agreements: createAgreements(setup),
    hostResults: createHostResults(setup),
    payout: createPayout(setup),
    statements: createStatements(setup),
    encryption: createEncryption(setup),
  };
}
