import type { Simulator } from '../simulator';
import type { EndingMessage } from './messages';
import { type Receipt, refused } from './receipt';
import { takeBehaviour } from './scripts';

/** 103: an agreement that is not there, or somebody else's, is ended already. */
export function endAgreement(simulator: Simulator, { MsgHeader, MsgBody }: EndingMessage): Receipt {
  const { netsunion } = simulator.store;
  const { OrdrId: ordrId, MrchntNo: merchantNo } = MsgBody.OrdrInf;
  const subject = { kind: 'ending', ordrId, trxId: MsgHeader.TrxId } as const;
  const behaviour = takeBehaviour(simulator, subject);
  if (behaviour.sysRtnCd) return refused(behaviour.sysRtnCd);
  if (behaviour.lose === 'request') return { kind: 'drop' };
  if (behaviour.outcome) return { kind: 'ended', bizCd: behaviour.bizCd ?? 'PB511014' };
  const { SgnNo } = MsgBody.RescindInf;
  const isTheirs = netsunion.findAgreement(SgnNo)?.merchantNo === merchantNo;
  if (isTheirs) netsunion.removeAgreement(SgnNo);
  if (behaviour.lose === 'reply') return { kind: 'drop' };
  return { kind: 'ended', bizCd: isTheirs ? '00000000' : 'PB511010' };
}
