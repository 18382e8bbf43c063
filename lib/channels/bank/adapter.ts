import { isFresh, isMadeWith, signCall } from '../call-signature';
import { type NoticeRequest, UnauthenticNotice } from '../notice-port';
import type { BankNotice, PayoutAdapter, PayoutOutcome, PayoutRequest } from '../payout-port';
import type { NoAnswer } from '../port';
import { type BankConfig, prepareBank } from './config';
import { exchange, readJson } from './exchange';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER } from './headers';
import { notice as noticeSchema } from './schema';
import {
  type Answer,
  translateAsked,
  translateCardVerdict,
  translateCredit,
  translateCredits,
  translateNotice,
  translateSent,
  translateVerdict,
} from './translate';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const LARGEST_FEN = 999_999_999_999_999n;
const PAGE = 200;

/** The platform's bank: JSON over HTTP, signed both ways with one shared secret. */
export function createBankAdapter(given: BankConfig): PayoutAdapter {
  const config = prepareBank(given);

  async function send(request: PayoutRequest): Promise<PayoutOutcome> {
    const { amountMinor } = request.amount;
    if (amountMinor < 1n || amountMinor > LARGEST_FEN) {
      throw new RangeError('not an amount the bank can pay out');
    }
    const content = {
      payoutNo: request.channelOrderNo,
      amount: amountMinor.toString(),
      cardNo: request.cardNo,
      name: request.name,
      requestedAt: request.requestedAt.toISOString(),
    };
    const answer = await exchange(config, { method: 'POST', path: '/bank/payouts', content });
    if (answer.kind === 'unknown') return answer;
    if (answer.kind === 'verified') return translateSent(answer, request);
    const evidence = { payoutNo: request.channelOrderNo, problem: `not sent: ${answer.detail}` };
    return { kind: 'failed', reason: 'not_received', evidence };
  }

  /** A question: one that was not sent leaves everything as unknown as it was. */
  async function ask<T>(
    call: { path: string; content?: object },
    translate: (answer: Answer) => T,
  ): Promise<T | NoAnswer> {
    const method = call.content ? 'POST' : 'GET';
    const answer = await exchange(config, { method, ...call });
    if (answer.kind === 'unknown') return answer;
    if (answer.kind === 'verified') return translate(answer);
    const evidence = { problem: `not sent: ${answer.detail}` };
    return { kind: 'unknown', cause: 'transport', evidence };
  }

  function readNotice({ body, headers = {}, receivedAt }: NoticeRequest): BankNotice {
    const timestamp = headers[TIMESTAMP_HEADER] ?? '';
    const envelope = { timestamp, method: 'POST', path: config.noticePath };
    const sign = (secret: string | Buffer) => signCall(secret, envelope, body);
    if (!isMadeWith(config.noticeSecrets, headers[SIGNATURE_HEADER], sign)) {
      throw new UnauthenticNotice('untrusted notice: signature');
    }
    if (!isFresh(timestamp, receivedAt)) throw new UnauthenticNotice('untrusted notice: stale');
    const read = noticeSchema.safeParse(readJson(body)?.content);
    if (!read.success) throw new UnauthenticNotice('a notice about nothing this adapter asks for');
    return translateNotice(read.data);
  }

  return {
    code: 'bank',
    noticeHeaders: [TIMESTAMP_HEADER, SIGNATURE_HEADER],
    querySchedule: [2, 5, 15, MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR],
    send,
    query: (request) =>
      ask({ path: `/bank/payouts/${encodeURIComponent(request.channelOrderNo)}` }, (answer) =>
        translateAsked(answer, request),
      ),
    verifyIdentity: ({ name, idNo, phone }) =>
      ask({ path: '/bank/verify-identity', content: { name, idNo, phone } }, translateVerdict),
    verifyCard: ({ name, idNo, cardNo }) =>
      ask({ path: '/bank/verify-card', content: { name, idNo, cardNo } }, translateCardVerdict),
    queryCredit: ({ bankReference }) =>
      ask({ path: `/bank/movements/${encodeURIComponent(bankReference)}` }, (answer) =>
        translateCredit(answer, bankReference),
      ),
    listCredits: ({ since, after }) => {
      const wanted = { since: since.toISOString(), limit: String(PAGE), ...(after && { after }) };
      return ask({ path: `/bank/movements?${new URLSearchParams(wanted)}` }, translateCredits);
    },
    readNotice,
    acknowledgement: { status: 200, body: 'ok' },
  };
}
