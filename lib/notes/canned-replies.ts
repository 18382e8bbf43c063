/** What a reply's braces may name. */
export const REPLY_VARIABLES = [
  'merchant',
  'orderNo',
  'amount',
  'payee',
  'bankReference',
  'claimBy',
] as const;
export type ReplyVariable = (typeof REPLY_VARIABLES)[number];

export interface CannedReply {
  key: string;
  /** What it is about, in a list. */
  title: { zh: string; en: string };
  audience: 'merchant' | 'shopper';
  zh: string;
  en: string;
}

/**
 * What is said often, once and well: plain, kind, nothing promised that we do not control. In braces what
 * the case fills in; a reply is only offered while all of that is known (reply-rules.ts).
 */
export const CANNED_REPLIES: readonly CannedReply[] = [
  {
    key: 'claim_link',
    title: { zh: '请您领取退款', en: 'Please claim your refund' },
    audience: 'shopper',
    zh: '您好，{merchant} 的订单 {orderNo} 有 {amount} 要退给您，但无法原路退回。我们已把领取链接发到我们已知的付款人手机，请在 {claimBy}（北京时间）前打开，填一张您本人的银行卡。我们不会向您要密码，也不会在聊天里问卡号。',
    en: 'Hello, {amount} of your order {orderNo} at {merchant} is to go back to you, but cannot go back the way it came. We have sent a link to the payer’s known phone. Please open it by {claimBy} (Beijing time) and name a bank card of your own. We never ask for a password, nor for a card number in a chat.',
  },
  {
    key: 'name_differs',
    title: { zh: '姓名对不上', en: 'The name does not match' },
    audience: 'shopper',
    zh: '您好，您填的持卡人和付款人不是同一个人，所以 {amount} 还不能转出。请用同一个链接换一张您本人的卡；如果您改过名字，请联系我们核对。',
    en: 'Hello, the card you named belongs to somebody other than the payer, so {amount} cannot be sent yet. Please use the same link to name a card of your own; if you have changed your name, please get in touch.',
  },
  {
    key: 'under_review',
    title: { zh: '正在复核', en: 'Under review' },
    audience: 'shopper',
    zh: '您好，您的收款账户已经核对无误，{amount} 正在由第二位同事复核。复核通过后我们会转出，到账时间以银行为准。',
    en: 'Hello, your account has been verified and a second colleague is now checking the transfer of {amount}. Once approved it is sent; when it arrives is up to the bank.',
  },
  {
    key: 'sent',
    title: { zh: '已经转出', en: 'On its way' },
    audience: 'shopper',
    zh: '您好，{amount} 已转往 {payee}。银行通常很快入账，有时要等到下一个工作日。',
    en: 'Hello, {amount} is on its way to {payee}. Banks usually credit it soon, sometimes on the next working day.',
  },
  {
    key: 'paid',
    title: { zh: '已经到账，附银行流水号', en: 'Paid, with the bank’s reference' },
    audience: 'shopper',
    zh: '您好，{amount} 已转入 {payee}，银行流水号 {bankReference}。如果没有查到，请把这个流水号告诉您的银行。',
    en: 'Hello, {amount} has been paid to {payee}; the bank’s reference is {bankReference}. If you cannot find it, please give your bank this reference.',
  },
  {
    key: 'returned',
    title: { zh: '银行退回，请换卡', en: 'Sent back by the bank' },
    audience: 'shopper',
    zh: '您好，银行把转往 {payee} 的 {amount} 退了回来，钱还在我们这里。请用新的领取链接换一张您本人的卡。',
    en: 'Hello, the bank has sent {amount} for {payee} back; we still have the money. Please name another card of your own by the new link.',
  },
  {
    key: 'merchant_opened',
    title: { zh: '告知商户：改为非原路退款', en: 'To the merchant: refund by transfer' },
    audience: 'merchant',
    zh: '订单 {orderNo} 的退款 {amount} 无法原路退回。我们正在请买家认领收款账户，请不要另行转账，以免重复退款。',
    en: 'The refund of {amount} for order {orderNo} cannot go back the way it came. We are asking the payer for an account. Please do not pay it back yourself, or it would be refunded twice.',
  },
  {
    key: 'merchant_paid',
    title: { zh: '告知商户：已退给买家', en: 'To the merchant: the payer has it' },
    audience: 'merchant',
    zh: '订单 {orderNo} 的退款 {amount} 已转入买家认领的账户，银行流水号 {bankReference}。',
    en: 'The refund of {amount} for order {orderNo} has been paid to the account that the payer named; the bank’s reference is {bankReference}.',
  },
];
