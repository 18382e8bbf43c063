import type { Behaviour } from '../behaviour/schema';

interface Preset {
  name: string;
  zh: string;
  en: string;
  behaviour: Behaviour;
}

/** The behaviours offered on the control page; the API can combine them freely. */
export const PRESETS: readonly Preset[] = [
  { name: 'succeed', zh: '正常成功', en: 'Succeed', behaviour: {} },
  { name: 'decline', zh: '拒绝', en: 'Decline', behaviour: { outcome: 'decline' } },
  { name: 'refuse', zh: '当场拒绝受理', en: 'Refuse at once', behaviour: { outcome: 'refuse' } },
  {
    name: 'refuse-63',
    zh: '退款当场拒绝：卡已注销（63）',
    en: 'Refuse a refund: the card is gone (63)',
    behaviour: { outcome: 'refuse', respCode: '63' },
  },
  {
    name: 'refuse-45',
    zh: '退款当场拒绝：原交易已退（45）',
    en: 'Refuse a refund: refunded already (45)',
    behaviour: { outcome: 'refuse', respCode: '45' },
  },
  { name: 'lose-request', zh: '丢失请求', en: 'Lose the request', behaviour: { lose: 'request' } },
  { name: 'lose-reply', zh: '丢失应答', en: 'Lose the reply', behaviour: { lose: 'reply' } },
  {
    name: 'notify-late',
    zh: '通知晚到 60 秒',
    en: 'Notify 60 s late',
    behaviour: { noticeDelaySeconds: 60 },
  },
  { name: 'notify-twice', zh: '通知两次', en: 'Notify twice', behaviour: { noticeCopies: 2 } },
  {
    name: 'wrong-signature',
    zh: '通知签名错误',
    en: 'Notify wrongly signed',
    behaviour: { noticeSignature: 'wrong' },
  },
  {
    name: 'stranger-signature',
    zh: '通知由陌生证书签名',
    en: 'Notify signed by a stranger',
    behaviour: { noticeSignature: 'stranger' },
  },
  {
    name: 'wrong-amount',
    zh: '通知金额错误（1 分）',
    en: 'Notify with a wrong amount (1 fen)',
    behaviour: { noticeAmount: '1' },
  },
  { name: 'no-notice', zh: '不发通知', en: 'No notice', behaviour: { notice: 'none' } },
  {
    name: 'query-34',
    zh: '60 秒内查询答 34',
    en: 'Query says 34 for 60 s',
    behaviour: { queryAnswer: '34', querySeconds: 60 },
  },
  {
    name: 'query-05',
    zh: '60 秒内查询答 05',
    en: 'Query says 05 for 60 s',
    behaviour: { queryAnswer: '05', querySeconds: 60 },
  },
  {
    name: 'query-timeout',
    zh: '60 秒内查询超时',
    en: 'Query times out for 60 s',
    behaviour: { queryAnswer: 'timeout', querySeconds: 60 },
  },
  {
    name: 'auto-return',
    zh: '成功后自动返回商户',
    en: 'Return by itself after success',
    behaviour: { autoReturn: true },
  },
  {
    name: 'in-doubt',
    zh: '60 秒后才有结果（期间 05）',
    en: 'Result after 60 s (05 until then)',
    behaviour: { resultDelaySeconds: 60 },
  },
  {
    name: 'demand-sms',
    zh: '绑卡支付要求验证码（82）',
    en: 'Bound card needs an SMS code (82)',
    behaviour: { demandSms: true },
  },
  {
    name: 'code-too-old',
    zh: '验证码立即过期',
    en: 'Code is too old at once',
    behaviour: { codeSeconds: 0 },
  },
  {
    name: 'host-silent',
    zh: '云闪付没有回音',
    en: 'The app stays silent',
    behaviour: { host: 'silent' },
  },
  {
    name: 'host-lose-reply',
    zh: '云闪付付了款但不回话',
    en: 'The app pays and says nothing',
    behaviour: { host: 'lose-reply' },
  },
  {
    name: 'host-claim',
    zh: '云闪付没付款却说成功',
    en: 'The app claims success and did not pay',
    behaviour: { host: 'claim' },
  },
  {
    name: 'host-wrong-signature',
    zh: '云闪付的回执签名错误',
    en: 'The app’s receipt is wrongly signed',
    behaviour: { hostSignature: 'wrong' },
  },
  {
    name: 'statement-missing',
    zh: '对账文件里没有它',
    en: 'Missing in the day’s file',
    behaviour: { statement: 'missing' },
  },
  {
    name: 'statement-adjusted',
    zh: '对账文件里有调整',
    en: 'Adjusted in the day’s file',
    behaviour: { statement: 'adjusted' },
  },
];
