import type { AgreementBehaviour, AgreementRail } from './agreement-rail';
import { startUnionPayRail } from './unionpay-rail';

const SCRIPTS: Record<AgreementBehaviour, Record<string, unknown>> = {
  'lose the request': { lose: 'request' },
  'lose the reply': { lose: 'reply' },
  'lose the request for a code': { lose: 'request' },
  'lose the reply about a code': { lose: 'reply' },
  refuse: { outcome: 'refuse', respCode: '63' },
  'fail later': { outcome: 'decline', respCode: '63', resultDelaySeconds: 0.2 },
  'decide later': { resultDelaySeconds: 0.2 },
  'deny that it knows the number': { queryAnswer: '34' },
  'say it is in progress': { queryAnswer: '05' },
  'drop the line when asked': { queryAnswer: 'drop' },
  'notify twice': { noticeCopies: 2 },
  'notify with a broken signature': { noticeSignature: 'wrong' },
  'notify another amount': { noticeAmount: '1' },
};
/** A payment's code has the payment's number: what is scripted has to say which of the two it is for. */
const KINDS: Readonly<Record<string, string>> = { s: 'signing', p: 'consume', r: 'refund' };

const PERSON = { name: '张三', idNo: '110101199003070038', phone: '13800138000' };

/** The simulator's token product behind our adapter. */
export async function startUnionPayAgreementRail(): Promise<AgreementRail> {
  const rail = await startUnionPayRail();
  return {
    adapter: rail.adapter,
    noticeUrl: rail.noticeUrl,
    elements: {
      good: { ...PERSON, cardNo: '6200000000000005' },
      empty: { ...PERSON, cardNo: '6200000000000021' },
      foreignPhone: { ...PERSON, cardNo: '6200000000000096' },
      foreignName: { ...PERSON, name: '李四', cardNo: '6200000000000005' },
    },
    // One code for both, which is why a three-element check comes after it.
    phoneMismatch: 'identity_or_phone_mismatch',
    nameMismatch: 'identity_or_phone_mismatch',
    codes: { right: '111111', wrong: '654321' },
    wrongCodeSpendsNumber: false,
    async script(orderId, behaviour) {
      const kind = behaviour.endsWith('code') ? 'sms' : KINDS[orderId.charAt(0)];
      const script = { match: { orderId, kind }, behaviour: SCRIPTS[behaviour], times: 1 };
      await rail.ask('script', script);
    },
    notices: async (number, count) =>
      (await rail.notices(number, count)).map((body) => ({ body, headers: {} })),
    unreachable: rail.unreachable,
    stop: rail.stop,
  };
}
