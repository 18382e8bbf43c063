import { refusal } from './refusal';

/** What any call of the merchant API can be refused. Part of the one table in refusals.ts. */
export const API_REFUSALS = {
  path_unknown: refusal(404, '接口里没有这个地址', 'The API has no such address'),
  method_not_allowed: refusal(
    405,
    '这个地址不支持该请求方法，支持的方法见 Allow',
    'This address does not take that method; Allow names those that it takes',
  ),
  api_version_unknown: refusal(
    400,
    'Cashier-Version 不是已发布的接口版本',
    'Cashier-Version names no version of this API',
  ),
  rate_limited: refusal(
    429,
    '请求太频繁，请按 Retry-After 的秒数稍后再试',
    'Too many requests; wait for the seconds that Retry-After says',
  ),
  temporarily_unavailable: refusal(
    503,
    '暂时无法答复，请稍后用同一个请求重试；已完成的不会重复',
    'No answer just now; send the same again in a moment, and what was done already is not done twice',
    'warn',
  ),
  order_already_paid: refusal(
    409,
    '订单已支付，不能关闭；要退钱请发起退款',
    'The order is paid and cannot be closed; to give the money back, make a refund',
  ),
  customer_not_found: refusal(404, '没有找到这位顾客', 'There is no such customer'),
  virtual_account_not_found: refusal(
    404,
    '没有找到这个虚拟账户',
    'There is no such virtual account',
  ),
} as const;
