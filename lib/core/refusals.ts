import { API_REFUSALS } from './api-refusals';
import { BALANCE_REFUSALS } from './balance-refusals';
import { CARD_REFUSALS } from './card-refusals';
import { CARRIER_REFUSALS } from './carrier-refusals';
import { FIGURES_REFUSALS } from './figures-refusals';
import { LEDGER_REFUSALS } from './ledger-refusals';
import { LINK_REFUSALS } from './link-refusals';
import { MEMBER_REFUSALS } from './member-refusals';
import { MERCHANT_REFUSALS } from './merchant-refusals';
import { MIGRATION_REFUSALS } from './migration-refusals';
import { PASSWORD_REFUSALS } from './password-refusals';
import { REFUND_REFUSALS } from './refund-refusals';
import { refusal } from './refusal';
import { STAFF_REFUSALS } from './staff-refusals';
import { STATEMENT_REFUSALS } from './statement-refusals';
import { SUPPORT_REFUSALS } from './support-refusals';
import { TEST_MODE_REFUSALS } from './test-mode-refusals';
import { WEBHOOK_REFUSALS } from './webhook-refusals';

/** One table: code → HTTP status, log level, words. HTTP, log and page cannot drift apart. */
export const REFUSALS = {
  // requests
  invalid_request: refusal(
    422,
    '请求内容有误，请检查标出的字段',
    'The request has fields that are not valid',
  ),
  invalid_json: refusal(400, '请求体不是有效的 JSON', 'The body is not valid JSON'),
  duplicate_json_key: refusal(400, 'JSON 中有重复的键', 'The JSON body repeats a key'),
  unsupported_media_type: refusal(415, '请使用 application/json', 'Send application/json'),
  body_too_large: refusal(413, '请求体超过 64 kB', 'The body is larger than 64 kB'),
  body_incomplete: refusal(400, '请求体没有传完', 'The body broke off before its end'),
  not_found: refusal(404, '没有找到', 'Not found'),
  merchant_not_found: refusal(404, '没有这个商户', 'There is no such merchant'),
  too_many_requests: refusal(
    429,
    '操作太频繁，请在 {minutes} 分钟后再试',
    'Too many tries; try again in {minutes} minutes',
  ),
  cross_site_request: refusal(403, '请求来源不可信', 'The request came from another site', 'warn'),
  // API keys and idempotency
  api_key_missing: refusal(401, '缺少 API 密钥', 'The API key is missing'),
  api_key_invalid: refusal(
    401,
    'API 密钥无效或已停用',
    'The API key is unknown or revoked',
    'warn',
  ),
  idempotency_key_missing: refusal(
    400,
    '缺少 Idempotency-Key',
    'The Idempotency-Key header is required',
  ),
  idempotency_key_invalid: refusal(
    400,
    'Idempotency-Key 格式有误',
    'The Idempotency-Key header is malformed',
  ),
  idempotency_key_reused: refusal(
    422,
    '同一 Idempotency-Key 用于不同的请求',
    'This Idempotency-Key was used with another request',
  ),
  idempotency_in_progress: refusal(
    409,
    '同一请求仍在处理',
    'A request with this Idempotency-Key is still running',
  ),
  // orders and links
  order_conflict: refusal(
    409,
    '该商户订单号已用于内容不同的订单',
    'This merchant order number belongs to a different order',
  ),
  order_not_found: refusal(404, '没有找到该订单', 'There is no such order'),
  order_not_payable: refusal(409, '订单当前不可支付', 'The order cannot be paid now'),
  order_not_paid: refusal(409, '订单还没有支付', 'The order has not been paid'),
  receipt_not_found: refusal(
    404,
    '没有找到。请核对订单号和手机尾号；商家的订单号可能与别家相同，请用平台订单号；付款时没有留下手机号的，请打开当时的付款链接查看',
    'Nothing found. Check the order number and the digits; several shops may use the same number, so try ours; if no phone was given when paying, open the pay link instead',
  ),
  // refunds
  refund_not_found: refusal(404, '没有找到该退款', 'There is no such refund'),
  refund_conflict: refusal(
    409,
    '该商户退款号已用于内容不同的退款',
    'This merchant refund number belongs to a different refund',
  ),
  refund_exceeds_payment: refusal(
    409,
    '超过可退金额，最多还可退 {left}',
    'More than is left of the payment; at most {left} can be refunded',
  ),
  refund_balance_closed: refusal(
    409,
    '付款人的余额账户已销户，余额付的那部分退不回去；其余最多还可退 {left}',
    'The payer’s balance account is closed, so its part cannot go back; at most {left} of the rest can be refunded',
  ),
  refund_window_over: refusal(
    409,
    '已超过渠道的退款期限，不能原路退回',
    'The channel’s refund window is over; it cannot go back the way it came',
  ),
  order_expired: refusal(410, '订单已过期', 'The order has expired'),
  return_url_not_allowed: refusal(
    422,
    '返回地址不在商户的许可名单内',
    'The return address is not on the merchant’s allow-list',
    'warn',
  ),
  expiry_out_of_range: refusal(
    422,
    '有效期须在 1 分钟到 30 天之间',
    'The expiry must be 1 minute to 30 days ahead',
  ),
  link_key_limit: refusal(
    409,
    '最多同时有两把有效的链接密钥',
    'At most two link keys can be live at a time',
  ),
  link_invalid: refusal(
    400,
    '支付链接不完整或格式有误',
    'The payment link is incomplete or malformed',
  ),
  link_signature_invalid: refusal(
    403,
    '支付链接未通过验签，请回商户重新下单',
    'The payment link’s signature is not valid; go back to the shop and try again',
    'warn',
  ),
  link_expired: refusal(
    410,
    '支付链接已过期，请回商户重新下单',
    'The payment link has expired; go back to the shop and order again',
  ),
  // paying
  method_unavailable: refusal(
    409,
    '这种支付方式现在不可用',
    'This way to pay is not available now',
  ),
  no_code_awaited: refusal(
    409,
    '现在不需要验证码，请刷新页面查看结果',
    'No code is awaited now; reload the page to see where the payment is',
  ),
  agreement_not_found: refusal(
    404,
    '没有找到这张银行卡，它可能已解绑',
    'There is no such card; it may have been unbound',
  ),
  payment_in_progress: refusal(
    409,
    '这笔订单正在支付，请先等结果',
    'A payment for this order is under way; wait for its result',
  ),
  earlier_attempt_paid: refusal(
    409,
    '上一笔支付已经成功',
    'The earlier payment has already succeeded',
  ),
  earlier_attempt_unknown: refusal(
    409,
    '还没查清上一笔支付的结果，为避免重复扣款，请稍后再换',
    'The earlier payment’s result is not known yet; to avoid paying twice, switch a little later',
  ),
  state_conflict: refusal(
    409,
    '状态已变化，请刷新后再试',
    'Something changed meanwhile; reload and try again',
  ),
  insufficient_funds: refusal(
    409,
    '余额不足，请换一种方式',
    'The balance is not enough; choose another way',
  ),
  ...API_REFUSALS,
  ...WEBHOOK_REFUSALS,
  ...PASSWORD_REFUSALS,
  ...MEMBER_REFUSALS,
  ...BALANCE_REFUSALS,
  identity_mismatch: refusal(
    403,
    '姓名、身份证号与手机号不一致',
    'The name, the ID number and the phone do not belong together',
  ),
  identity_already_set: refusal(
    409,
    '这个账号已经认证为另一个身份，不能更改',
    'This account belongs to somebody else’s identity and cannot change it',
    'warn',
  ),
  ...FIGURES_REFUSALS,
  ...LEDGER_REFUSALS,
  // virtual accounts and payouts
  balance_not_offered: refusal(409, '这里没有开通余额业务', 'Balances are not offered here'),
  top_up_too_fresh: refusal(
    409,
    '银行卡充值的款项 {hours} 小时后才能提现，现在可提 {withdrawable}',
    'Money topped up by card can be withdrawn after {hours} hours; {withdrawable} can be withdrawn now',
  ),
  bank_card_limit: refusal(
    409,
    '最多可以绑定 {most} 张银行卡',
    'At most {most} bank cards can be added',
  ),
  // wallets
  wallet_not_activated: refusal(409, '请先实名开通钱包', 'Open your wallet first'),
  identity_unproved: refusal(
    403,
    '身份证号与实名信息不符',
    'This is not the identity number of the wallet’s owner',
  ),
  over_withdrawable: refusal(409, '现在最多可提 {most}', 'At most {most} can be withdrawn now'),
  card_mismatch: refusal(
    403,
    '银行核实这张卡不是您本人的，请换一张本人的借记卡',
    'The bank says that this card is not yours; use a debit card of your own',
  ),
  verification_unavailable: refusal(
    503,
    '银行暂时没有答复，请稍后再试；没有产生任何变动',
    'The bank gives no answer right now; try again later. Nothing was changed',
    'warn',
  ),
  frozen_by_office: refusal(
    423,
    '钱包由平台冻结，请联系客服解冻',
    'The platform froze this wallet; please contact support',
  ),
  ...CARD_REFUSALS,
  ...CARRIER_REFUSALS,
  ...LINK_REFUSALS,
  ...MERCHANT_REFUSALS,
  ...REFUND_REFUSALS,
  ...STAFF_REFUSALS,
  ...STATEMENT_REFUSALS,
  ...SUPPORT_REFUSALS,
  ...TEST_MODE_REFUSALS,
  // sign-in
  sign_in_required: refusal(401, '请先登录', 'Sign in first'),
  not_permitted: refusal(403, '没有权限', 'You are not permitted to do this', 'warn'),
  sign_in_code_wrong: refusal(403, '验证码不对或已过期', 'The code is wrong or has expired'),
  sign_in_failed: refusal(403, '账号或密码不对', 'The account or password is not right'),
  confirmation_code_wrong: refusal(
    403,
    '短信验证码不对或已过期',
    'The text-message code is wrong or has expired',
  ),
  phone_unknown: refusal(
    409,
    '没有可以接收验证码的手机号，请先重新登录',
    'There is no phone to send a code to; please sign in again first',
  ),
  code_not_sent: refusal(
    503,
    '验证码没有发出，请稍后再试',
    'The code could not be sent; try again later',
    'warn',
  ),
  ...MIGRATION_REFUSALS,
  maintenance_over: refusal(
    422,
    '维护的结束时间要在现在以后',
    'The maintenance has to end after now',
  ),
  // notices
  notice_not_authentic: refusal(400, '通知未通过验签', 'The notice is not authentic', 'warn'),
  notice_token_wrong: refusal(
    401,
    '通知的访问令牌无效',
    'The access token of the notice is not valid',
    'warn',
  ),
} as const;

export type RefusalCode = keyof typeof REFUSALS;
