import type { AgreementPort, SignFailureReason, SignOutcome } from '../agreement-port';
import { evidenceOf } from './evidence';
import { MSG } from './requests';
import { type Meaning, meaningsOf, meaningsOfCall } from './response-codes';
import type { Message } from './schema';
import { type Absence, unreadable } from './translate';
import { fromBeijingTime, toCardType } from './values';

export type EndOutcome = Awaited<ReturnType<AgreementPort['end']>>;

/** A verified answer to a signing, or to the request for its code. */
export function translateSigning(message: Message): SignOutcome {
  const { SysRtnInf, BizInf } = message.MsgBody;
  const meaning = BizInf ? meaningsOf(BizInf.BizCd) : meaningsOfCall(SysRtnInf.SysRtnCd);
  return decide(meaning.signing, message);
}

/** A verified answer to a question about a signing. */
export function translateSigningAsked(
  message: Message,
  { final, reason }: Absence<SignFailureReason>,
): SignOutcome {
  const { BizInf, TrxInf } = message.MsgBody;
  if (!BizInf) return unreadable(message, 'the question was refused');
  const { signing } = meaningsOf(BizInf.BizCd);
  const evidence = evidenceOf(message);
  if (signing === 'not_found') {
    return final ? { kind: 'failed', reason, evidence } : { kind: 'pending', evidence };
  }
  if (TrxInf?.OriMsgTp !== MSG.signing) return unreadable(message, 'OriMsgTp is not ours');
  return decide(signing, message);
}

function decide(meaning: Meaning<SignFailureReason>, message: Message): SignOutcome {
  const { SgnInf, ChckInf } = message.MsgBody;
  const evidence = evidenceOf(message);
  switch (meaning) {
    case 'succeeded': {
      if (!SgnInf) return unreadable(message, 'SgnNo is missing');
      const cardType = toCardType(SgnInf.SgnAcctTp);
      return {
        kind: 'signed',
        channelAgreementNo: SgnInf.SgnNo,
        ...(cardType ? { cardType } : {}),
        evidence,
      };
    }
    case 'code_sent': {
      const expiresAt = ChckInf && fromBeijingTime(ChckInf.ExprTm);
      if (!expiresAt) return unreadable(message, 'ExprTm is no moment');
      return { kind: 'code_sent', expiresAt, evidence };
    }
    case 'pending':
      return { kind: 'pending', evidence };
    case 'not_found':
    case 'unclear':
      return unreadable(message, 'the code does not say whether it was signed');
    default:
      return { kind: 'failed', reason: meaning, evidence };
  }
}

/** A verified answer to the end of an agreement: one that the channel does not know is ended, too. */
export function translateEnd(message: Message): EndOutcome {
  const { SysRtnInf, BizInf } = message.MsgBody;
  const evidence = evidenceOf(message);
  const { payment } = BizInf ? meaningsOf(BizInf.BizCd) : meaningsOfCall(SysRtnInf.SysRtnCd);
  switch (payment) {
    case 'succeeded':
    case 'agreement_ended':
      return { kind: 'ended', evidence };
    case 'pending':
    case 'code_sent':
    case 'not_found':
    case 'unclear':
      return unreadable(message, 'the code does not say whether it was ended');
    default:
      return { kind: 'failed', reason: 'declined', evidence };
  }
}
