import { refusal } from './refusal';

/** What the console of a merchant's money and settings refuses. Part of the one table in refusals.ts. */
export const FIGURES_REFUSALS = {
  payout_account_unset: refusal(
    409,
    '还没有设置收款账户，请先设置再提现',
    'No account to pay out to has been set; set one first',
  ),
  payout_account_waits: refusal(
    409,
    '收款账户刚刚更换，请在 {until} 之后提现',
    'The account to pay out to was changed lately; withdraw after {until}',
  ),
  order_below_limit: refusal(
    422,
    '订单金额低于商户设定的下限 {least}',
    'The order is below the least that the merchant takes, {least}',
  ),
  order_above_limit: refusal(
    422,
    '订单金额超过商户设定的上限 {most}',
    'The order is above the most that the merchant takes, {most}',
  ),
  day_limit_reached: refusal(
    409,
    '商户今日的收款已达设定的上限 {most}，请明天再来',
    'The merchant’s orders of today have reached the limit it has set, {most}; come back tomorrow',
  ),
  limits_empty: refusal(
    422,
    '上限不能低于下限，下限要大于零',
    'The most cannot be below the least, and the least is above zero',
  ),
  methods_none: refusal(422, '至少要保留一种支付方式', 'At least one way to pay has to stay'),
} as const;
