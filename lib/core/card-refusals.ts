import { refusal } from './refusal';

/** What can be refused while a card is bound, used or unbound. Part of the one table in refusals.ts. */
export const CARD_REFUSALS = {
  not_a_card: refusal(422, '卡号不对，请核对', 'This is not a card number; please check it'),
  card_unsupported: refusal(
    409,
    '暂不支持这张卡，请换一张',
    'This card is not supported yet; try another one',
  ),
  card_invalid: refusal(
    409,
    '银行说这张卡不能使用，请换一张或联系发卡行',
    'The bank says that this card cannot be used; try another one or ask your bank',
  ),
  card_already_bound: refusal(
    409,
    '这张卡已经绑定，可以直接使用',
    'This card is bound already; you can use it',
  ),
  binding_not_offered: refusal(409, '这里没有开通绑卡支付', 'Bound cards are not offered here'),
  phone_mismatch: refusal(
    403,
    '预留手机号不符，请填写开卡时在银行留的手机号',
    'This is not the phone number that the bank has for this card; use the one you gave the bank',
  ),
  holder_mismatch: refusal(
    403,
    '姓名或身份证号与这张卡不符，请核对',
    'The name or the ID number does not belong to this card; please check them',
  ),
  identity_or_phone_mismatch: refusal(
    403,
    '姓名、身份证号或预留手机号与银行的记录不符，请核对',
    'The name, the ID number or the phone is not what the bank has; please check them',
  ),
  code_wrong: refusal(
    403,
    '短信验证码不对，还可再试 {left} 次',
    'Wrong text-message code; {left} tries left',
  ),
  code_expired: refusal(
    403,
    '短信验证码已失效，请重新获取',
    'The text-message code no longer works; ask for a new one',
  ),
  code_too_soon: refusal(
    429,
    '请在 {seconds} 秒后重新获取验证码',
    'You can ask for a new code in {seconds} seconds',
  ),
  too_many_codes: refusal(
    429,
    '验证码次数已用完，请半小时后再试',
    'No more codes can be sent for this card now; try again in half an hour',
  ),
  signing_in_progress: refusal(
    409,
    '正在等银行的答复，请稍等',
    'The bank is answering; wait a moment',
  ),
  signing_unknown: refusal(
    409,
    '银行还没有答复，正在查询绑卡结果，请稍等，不要重复提交',
    'The bank has not answered yet; we are asking whether the card was bound. Wait a moment',
  ),
  signing_declined: refusal(
    403,
    '银行没有同意绑定这张卡，请换一张或联系发卡行',
    'The bank did not agree to bind this card; try another one or ask your bank',
  ),
  signing_unavailable: refusal(
    503,
    '银行暂时不能办理绑卡，请稍后再试；没有产生任何变动',
    'The bank cannot bind cards right now; try again later. Nothing was changed',
    'warn',
  ),
  agreement_in_use: refusal(
    409,
    '这张卡有一笔付款还没有结果，请在出结果后再解绑',
    'A payment by this card has no result yet; unbind it after that',
  ),
} as const;
