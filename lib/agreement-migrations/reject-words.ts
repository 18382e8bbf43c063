import type { SignFailureReason } from '@/lib/channels/agreement-port';
import type { RowProblem } from './schema';

type Words = { 'zh-CN': string; en: string };
const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

/** Why a line became no agreement: stable codes, and what to tell a person about them. */
const REASONS: Record<RowProblem | SignFailureReason, Words> = {
  row_malformed: words('列数与首行不同', 'It has not as many columns as the first line'),
  bad_reference: words('客户编号不符合要求', 'The customer reference is not valid'),
  bad_name: words('姓名格式有误', 'The name is not valid'),
  bad_id_no: words('身份证号有误', 'The ID number is not valid'),
  bad_card_no: words('银行卡号有误', 'The card number is not valid'),
  bad_phone: words('手机号有误', 'The phone number is not valid'),
  duplicate_row: words('与前面的一行重复', 'An earlier line says the same'),
  phone_mismatch: words('预留手机号不符', 'The bank has another phone number for this card'),
  identity_or_phone_mismatch: words(
    '姓名、身份证号或预留手机号不符',
    'The name, the ID number or the phone is not what the bank has',
  ),
  identity_mismatch: words(
    '姓名或身份证号与这张卡不符',
    'The name or the ID number does not belong to this card',
  ),
  card_invalid: words('银行说这张卡不能使用', 'The bank says that this card cannot be used'),
  card_unsupported: words('暂不支持这张卡', 'This card is not supported'),
  code_wrong: words('验证码不对', 'The code was wrong'),
  code_expired: words('验证码已失效', 'The code has expired'),
  too_many_codes: words('验证码次数已用完', 'No more codes can be sent'),
  code_required: words(
    '需要持卡人本人输入短信验证码，请让客户在收银台绑卡',
    'The holder has to enter a code; the customer can add the card at the cashier',
  ),
  risk_refused: words('未通过风险检查', 'It did not pass the risk check'),
  channel_closed: words('渠道暂停服务', 'The channel is closed'),
  declined: words('银行没有同意', 'The bank did not agree'),
  not_received: words('渠道没有收到', 'The channel did not get it'),
  not_permitted: words('合同不允许', 'The contract does not permit it'),
  rejected_request: words('渠道没有受理', 'The channel did not take it'),
};

/** A reason nobody has words for yet is told as the bank's no. */
export const rejectWords = (reason: string, locale: keyof Words): string =>
  (Object.hasOwn(REASONS, reason) ? REASONS[reason as keyof typeof REASONS] : REASONS.declined)[
    locale
  ];
