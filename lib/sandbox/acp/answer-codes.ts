interface Answer {
  respCode: string;
  respMsg: string;
}

const TEXTS: Record<string, string> = {
  '00': '成功',
  '01': '交易失败，详情请咨询95516',
  '02': '系统未开放或暂时关闭，请稍后再试',
  '03': '交易通讯超时，请发起查询交易',
  '04': '交易状态未明，请查询对账结果',
  '05': '交易已受理，请稍后查询交易结果',
  '10': '报文格式错误',
  '11': '验证签名失败',
  '12': '重复交易',
  '13': '报文交易要素缺失',
  '30': '交易未通过，请尝试使用其他银联卡支付',
  '31': '商户状态不正确',
  '32': '无此交易权限',
  '33': '交易金额超限',
  '34': '查无此交易',
  '35': '原交易不存在或状态不正确',
  '36': '与原交易信息不符',
  '37': '已超过最大查询次数或操作过于频繁',
  '38': '银联风险受限',
  '39': '交易不在受理时间范围内',
  '42': '扣款成功但交易超过规定支付时间',
  '45': '原交易已被成功退货或已被成功撤销',
  '60': '交易失败，详情请咨询您的发卡行',
  '61': '输入的卡号无效，请确认后输入',
  '62': '交易失败，发卡银行不支持该商户',
  '63': '卡状态不正确',
  '64': '卡上的余额不足',
  '65': '输入的密码、有效期或CVN2有误',
  '66': '持卡人身份信息或手机号输入不正确',
  '67': '密码输入次数超限',
  '68': '您的银行卡暂不支持该业务',
  '69': '您的输入超时，交易失败',
  '71': '短信验证码校验失败',
  '73': '支付卡已超过有效期',
  '77': '银行卡未开通认证支付',
  '80': 'Token已过期',
  '82': '需校验短信验证码',
  '86': '二维码状态错误',
  '88': '无此二维码',
  '89': '无此Token',
  '90': '账户余额不足',
  '98': '文件不存在',
  '99': '通用错误',
};

/** Inner codes seen on the real gateway; the others of the simulator are simply numbered after it. */
const INNER: Record<string, string> = {
  '00': '0000000',
  '05': '6154037',
  '10': '9100003',
  '12': '2010002',
  '32': '6131010',
  '34': '2600000',
  '35': '2011001',
  '36': '2031003',
};

/** respCode and respMsg as UnionPay words them: text and a seven-digit inner code in brackets. */
export function answerCode(respCode: string, detail = ''): Answer {
  const text = TEXTS[respCode] ?? '交易失败';
  const inner = INNER[respCode] ?? `90000${respCode.replace(/\D/g, '0')}`.slice(0, 7);
  return { respCode, respMsg: `${text}${detail ? `(${detail})` : ''}[${inner}]` };
}

/** The codes a person can pick on the control page for "decline". */
export const DECLINE_CODES = ['01', '30', '33', '38', '60', '61', '63', '64', '65', '66', '73'];
