import type { Simulator } from '../simulator';
import { digestOf } from './digest';
import type { RefundMessage } from './messages';
import { answerOf, losesRequest, type Receipt, refused } from './receipt';
import type { Transaction } from './records';
import { takeBehaviour } from './scripts';
import { begin, scriptedDelayMs, settle } from './settle';

const WINDOW_MS = 365 * 86_400_000;

/** 208: a refund of any part of a payment. It is taken, and decided a little later. */
export function receiveRefund(
  simulator: Simulator,
  { MsgHeader, MsgBody }: RefundMessage,
): Receipt {
  const { store, config } = simulator;
  const { TrxId: trxId, IssrId: issrId } = MsgHeader;
  const { OrdrId: ordrId, MrchntNo: merchantNo } = MsgBody.OrdrInf;
  const { TrxAmt: amount } = MsgBody.TrxInf;
  const { OriNetTrxId, OriOrdrId, OriTrxAmt } = MsgBody.OriTrxInf;
  const content = [merchantNo, amount, OriNetTrxId, OriOrdrId, OriTrxAmt];
  const digest = digestOf('refund', issrId, ordrId, ...content);
  const known = store.netsunion.findTransaction(trxId);
  if (known) {
    return known.digest === digest ? { kind: 'about', transaction: known } : refused('PS500004');
  }
  const behaviour = takeBehaviour(simulator, { kind: 'refund', ordrId, trxId, amount });
  if (behaviour.sysRtnCd) return refused(behaviour.sysRtnCd);
  if (losesRequest(simulator, 'lose', behaviour, undefined)) return { kind: 'drop' };

  const original = store.netsunion
    .listTransactions()
    .find((one) => one.kind === 'payment' && one.netTrxId === OriNetTrxId);
  const transaction: Transaction = {
    ...{ trxId, ordrId, issrId, merchantNo, kind: 'refund', digest, behaviour, amount },
    ...(original ? { originalId: original.trxId } : {}),
    receivedAtMs: Date.now(),
    state: 'pending',
    phone: '',
    queriesMisled: 0,
    noticeSends: [],
  };
  const isPaid =
    original?.state === 'succeeded' &&
    original.merchantNo === merchantNo &&
    original.ordrId === OriOrdrId &&
    original.amount === OriTrxAmt;
  const against =
    behaviour.outcome === 'refuse'
      ? (behaviour.bizCd ?? 'PB511014')
      : isPaid
        ? judgeRefund(simulator, original, amount)
        : 'PB511016';
  const saved = against
    ? settle(simulator, transaction, against)
    : begin(
        simulator,
        transaction,
        scriptedDelayMs(simulator, transaction) ?? config.resultDelayMs,
      );
  return answerOf(simulator, 'lose', { transaction: saved });
}

/** What was given back before counts unless it failed, decided or not. */
function judgeRefund(
  { store }: Simulator,
  original: Transaction,
  amount: string,
): string | undefined {
  if ((original.settledAtMs ?? 0) + WINDOW_MS < Date.now()) return 'PB511018';
  const earlierFen = store.netsunion
    .listTransactions()
    .filter((one) => one.originalId === original.trxId && one.state !== 'failed')
    .reduce((sum, one) => sum + BigInt(one.amount ?? 0), 0n);
  return earlierFen + BigInt(amount) > BigInt(original.amount ?? 0) ? 'PB511017' : undefined;
}
