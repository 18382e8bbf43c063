import { refusal } from './refusal';

/** Paying from a balance: the rules of payment accounts, and a balance that pays a part. */
export const BALANCE_REFUSALS = {
  code_required: refusal(
    403,
    '今天用余额付款将超过 ¥1,000，请输入短信验证码',
    'This takes today’s balance payments over ¥1,000; enter a text-message code as well',
  ),
  day_limit_exceeded: refusal(
    409,
    '超过余额付款的每日限额，今天还可付 {left}，请换一种方式',
    'This is over the daily limit for balance payments ({left} left today); choose another way',
  ),
  class_limit_exceeded: refusal(
    409,
    '超过您支付账户的限额，还可付 {left}；请换一种方式，或先在钱包里完成更多身份认证',
    'This is over your account’s limit ({left} left); choose another way, or verify more of your identity in the wallet',
  ),
  balance_part_changed: refusal(
    409,
    '余额可付的金额刚刚变了，请看清新的金额后再付',
    'What your balance can pay has just changed; check the new amounts and pay again',
  ),
  card_not_with_balance: refusal(
    409,
    '这张卡这次不能和余额一起付；请不用余额再付一次，或换一种方式',
    'This card cannot share this payment with your balance; pay again without the balance, or choose another way',
  ),
} as const;
