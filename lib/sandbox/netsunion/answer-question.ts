import type { Simulator } from '../simulator';
import { describeCode } from './codes';
import { describeRefusal, describeTransaction } from './describe';
import { expireTransaction } from './expire-transaction';
import type { QuestionMessage } from './messages';
import type { Transaction } from './records';

const KINDS = {
  'epcc.101.001.01': 'signing',
  'epcc.201.001.01': 'payment',
  'epcc.208.001.01': 'refund',
} as const;

/** 211: what became of a number, as truthfully as its script allows. */
export function answerQuestion(
  simulator: Simulator,
  { MsgHeader, MsgBody }: QuestionMessage,
): object | 'drop' | 'hold' {
  const { netsunion } = simulator.store;
  const { OrdrInf, OriTrxInf } = MsgBody;
  const found = netsunion.findTransaction(MsgHeader.TrxId);
  const isTheirs =
    found?.kind === KINDS[OriTrxInf.OriMsgTp] && found.merchantNo === OrdrInf.MrchntNo;
  if (!isTheirs) return absent(MsgBody);
  const transaction = expireTransaction(simulator, found);
  const { queryAnswer, queryTimes = Number.POSITIVE_INFINITY } = transaction.behaviour;
  if (!queryAnswer || transaction.queriesMisled >= queryTimes) {
    return describeTransaction(transaction);
  }
  const queriesMisled = transaction.queriesMisled + 1;
  netsunion.saveTransaction({ ...transaction, queriesMisled });
  return mislead(queryAnswer, MsgBody, transaction);
}

function mislead(
  queryAnswer: 'absent' | 'pending' | 'drop' | 'timeout',
  body: QuestionMessage['MsgBody'],
  transaction: Transaction,
): object | 'drop' | 'hold' {
  if (queryAnswer === 'drop') return 'drop';
  if (queryAnswer === 'timeout') return 'hold';
  return queryAnswer === 'absent' ? absent(body) : describeTransaction(transaction, 'PB511021');
}

const absent = ({ OrdrInf, OriTrxInf }: QuestionMessage['MsgBody']) => ({
  ...describeRefusal('00000000'),
  BizInf: { BizCd: 'PB511020', BizDesc: describeCode('PB511020') },
  OrdrInf,
  TrxInf: OriTrxInf,
});
