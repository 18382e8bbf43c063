/** What a code by text message can confirm, in the words of the message. */
export const CONFIRMED = {
  pay: { zh: '余额付款', en: 'paying from your balance' },
  withdraw: { zh: '余额提现', en: 'a withdrawal from your balance' },
  'payment-password': { zh: '设置支付密码', en: 'setting your payment password' },
  'bind-card': { zh: '添加银行卡', en: 'adding a bank card' },
  unfreeze: { zh: '解冻账户', en: 'unfreezing your account' },
} as const;

export type ConfirmationPurpose = keyof typeof CONFIRMED;

/** One action that a code confirms: "withdraw", "pay:ord_…". A code is good for no other. */
export type ConfirmationSubject = ConfirmationPurpose | `${ConfirmationPurpose}:${string}`;
