import { findCard } from '../cardholder/test-cards';
import type { Simulator } from '../simulator';
import { type Elements, judgeElements } from './cards';
import { digestOf } from './digest';
import type { SigningMessage } from './messages';
import { answerOf, losesRequest, type Receipt, refused, type Step } from './receipt';
import type { Transaction } from './records';
import { takeBehaviour } from './scripts';
import { judgeCode, sendCode } from './send-code';
import { begin, scriptedDelayMs } from './settle';
import { decryptField } from './sign';

/** 101: checks the four elements and sends a code (0201), or signs (0202). A failed signing may be tried again. */
export function receiveSigning(simulator: Simulator, message: SigningMessage): Receipt {
  const { store } = simulator;
  const { MsgHeader, MsgBody } = message;
  const { TrxId: trxId, IssrId: issrId } = MsgHeader;
  const { OrdrId: ordrId, MrchntNo: merchantNo } = MsgBody.OrdrInf;
  const read = readSecrets(simulator, message);
  if (!read) return refused('PS500001');
  const { elements, code } = read;
  const permissions = store.netsunion.permissionsOf(merchantNo);
  if (!permissions.agreements) return refused('PS500003');

  const digest = digestOf('signing', issrId, ordrId, merchantNo, ...Object.values(elements));
  const known = store.netsunion.findTransaction(trxId);
  if (known && known.digest !== digest) return refused('PS500004');
  if (known?.state === 'succeeded' || known?.state === 'pending') {
    return { kind: 'about', transaction: known };
  }
  const step: Step = MsgBody.TrxInf.TrxCtgy === '0201' ? 'loseCode' : 'lose';
  const subject = { kind: 'signing', ordrId, trxId } as const;
  const behaviour = known?.behaviour ?? takeBehaviour(simulator, subject);
  if (behaviour.sysRtnCd) return refused(behaviour.sysRtnCd);
  if (losesRequest(simulator, step, behaviour, known)) return { kind: 'drop' };

  const card = findCard(elements.cardNo);
  const transaction: Transaction = known ?? {
    ...{ trxId, ordrId, issrId, merchantNo, kind: 'signing', digest, behaviour },
    ...(card ? { card } : {}),
    receivedAtMs: Date.now(),
    state: 'pending',
    phone: elements.phone,
    queriesMisled: 0,
    noticeSends: [],
  };
  const fail = (bizCd: string, failed = transaction): Receipt => {
    const saved = store.netsunion.saveTransaction({ ...failed, state: 'failed', bizCd });
    return answerOf(simulator, step, { transaction: saved });
  };
  const wrong = judgeElements(elements);
  if (wrong) return fail(wrong);
  if (behaviour.outcome === 'refuse') return fail(behaviour.bizCd ?? 'PB511014');

  if (step === 'loseCode') {
    const result = sendCode(simulator, transaction);
    if (!result.sent) return fail('PB511007');
    return answerOf(simulator, step, result);
  }
  if (code === undefined) {
    if (!permissions.silentSigning) return fail('PB511008');
  } else {
    const judged = judgeCode(transaction, code);
    if (judged.bizCd) return fail(judged.bizCd, judged.transaction);
  }
  const begun = begin(simulator, transaction, scriptedDelayMs(simulator, transaction));
  return answerOf(simulator, step, { transaction: begun });
}

/** The encrypted fields in plain; undefined where one of them was not encrypted for this message. */
function readSecrets(
  { config }: Simulator,
  { MsgHeader, MsgBody }: SigningMessage,
): { elements: Elements; code: string | undefined } | undefined {
  const read = (name: string, value: string) =>
    decryptField(config.netsunionSecret, MsgHeader.TrxId, { name, value });
  const { SgnAcctId, SgnAcctNm, IDNo, MobNo } = MsgBody.SgnInf;
  const { AuthMsg } = MsgBody.TrxInf;
  const cardNo = read('SgnAcctId', SgnAcctId);
  const name = read('SgnAcctNm', SgnAcctNm);
  const idNo = read('IDNo', IDNo);
  const phone = read('MobNo', MobNo);
  const code = AuthMsg === undefined ? undefined : read('AuthMsg', AuthMsg);
  if (!cardNo || !name || !idNo || !phone || (AuthMsg && !code)) return undefined;
  return { elements: { cardNo, name, idNo, phone }, code };
}
