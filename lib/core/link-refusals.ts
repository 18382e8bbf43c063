import { refusal } from './refusal';

/** What links that many shoppers open, and signatures, can be refused. Part of the one table in refusals.ts. */
export const LINK_REFUSALS = {
  payment_link_not_found: refusal(404, '没有找到这个收款链接', 'There is no such payment link'),
  payment_link_stopped: refusal(
    410,
    '商家已停用这个收款链接，没有产生任何扣款',
    'The shop has stopped this payment link; nothing was charged',
  ),
  payment_link_over: refusal(
    410,
    '这个收款链接已过期，没有产生任何扣款',
    'This payment link has ended; nothing was charged',
  ),
  payment_link_used_up: refusal(
    410,
    '这个收款链接的名额已经付满，没有产生任何扣款',
    'This payment link has been used as often as it could be; nothing was charged',
  ),
  payment_link_busy: refusal(
    409,
    '剩下的名额正有人在付款；若未付，15 分钟内会释放，请稍后再试',
    'Somebody is paying by the last use just now; unless they do, it is free again within 15 minutes',
  ),
  payment_link_amount: refusal(
    422,
    '请输入 {least} 到 {most} 之间的金额',
    'Enter an amount from {least} to {most}',
  ),
  payment_link_end: refusal(
    422,
    '截止日期须在今天到一年之内',
    'The link must end between today and a year from now',
  ),
  // signatures
  request_signature_missing: refusal(
    401,
    '商户要求 API 请求带签名，缺少 Cashier-Signature',
    'This merchant’s API calls must be signed; Cashier-Signature is missing',
    'warn',
  ),
  request_signature_invalid: refusal(
    401,
    'Cashier-Signature 未通过验签',
    'Cashier-Signature is malformed or not valid',
    'warn',
  ),
  request_signature_stale: refusal(
    401,
    'Cashier-Signature 的时间与服务器相差超过 5 分钟',
    'The timestamp of Cashier-Signature is more than five minutes off',
  ),
  request_nonce_used: refusal(
    401,
    'Cashier-Signature 的 nonce 已经用过，请换一个重新签名',
    'The nonce of Cashier-Signature was used before; sign again with a new one',
    'warn',
  ),
  national_key_invalid: refusal(
    422,
    '这不是有效的 SM2 公钥：请提供 PEM，或 04 开头的 130 位十六进制数',
    'This is no SM2 public key: give PEM, or 130 hex digits that begin with 04',
  ),
  national_key_limit: refusal(
    409,
    '最多同时有两把有效的 SM2 公钥，请先停用一把',
    'At most two SM2 keys can be live at a time; revoke one first',
  ),
  national_key_known: refusal(409, '这把 SM2 公钥已经在用', 'This SM2 key is in use already'),
  signing_key_needed: refusal(
    409,
    '请先添加一把 SM2 公钥或链接密钥',
    'Add an SM2 key or a link key first',
  ),
} as const;
