import { refusal } from './refusal';

/** What can be refused about refunds beyond the payment's own sums. Part of the one table in refusals.ts. */
export const REFUND_REFUSALS = {
  merchant_funds_short: refusal(
    409,
    '商户资金不足：目前最多可退 {left}',
    'The merchant’s money does not cover it: at most {left} can be refunded now',
  ),
  refund_in_doubt: refusal(
    409,
    '这笔支付的上一笔退款结果还没有查清，请等它有了结果再退',
    'An earlier refund of this payment is not decided yet; wait until it is',
  ),
  refund_may_be_back: refusal(
    409,
    '渠道曾表示这笔支付的钱可能已经退回，因此不能改由转账退款；请先与渠道核对',
    'The channel once said that money of this payment may have gone back already, so nothing of it is paid out; settle it with the channel first',
  ),
  refund_not_held: refusal(
    409,
    '该退款没有在等待人工核实',
    'This refund does not wait for a person to look at it',
  ),
  // a shopper's own request
  shopper_refunds_off: refusal(
    409,
    '这家商家不在这里受理退款申请，请直接联系商家',
    'This shop does not take refund requests here; please contact the shop',
  ),
  refund_asker_unknown: refusal(
    403,
    '请用付款时的浏览器或账号打开，或先用订单号和手机尾号查收据，再申请退款',
    'Open this in the browser or with the account that paid, or find the receipt by order number and phone first',
  ),
  refund_request_open: refusal(
    409,
    '您已经申请过，上一次的申请还在处理中，请先等商家答复',
    'Your earlier request is still being looked at; please wait for the shop’s answer',
  ),
  refund_not_now: refusal(
    409,
    '现在不能退款，没有提交任何申请；请稍后再试，或联系商家',
    'This cannot be refunded right now and nothing was asked for; try again later, or contact the shop',
  ),
  // claiming a refund that cannot go back the way it came
  claim_unknown: refusal(
    404,
    '这个领取链接不存在或已被新的链接代替，请用最近一条短信里的链接，或在“查收据”页面重新发送',
    'This claim link does not exist or was replaced; use the newest text message, or have it sent again from the receipt page',
  ),
  claim_expired: refusal(
    410,
    '领取链接已过期，请在“查收据”页面重新发送',
    'The claim link has expired; have it sent again from the receipt page',
  ),
  claim_over: refusal(
    409,
    '这笔退款已审核完毕或已办结，不能再填写或更改收款账户',
    'This refund has been decided; the account it goes to can no longer be changed',
  ),
  claim_unproved: refusal(
    403,
    '请先在这台设备上完成验证',
    'Prove first, in this browser, that it is you',
  ),
  claim_no_phone: refusal(
    409,
    '没有可以接收链接的手机号，请联系客服核实身份后办理',
    'There is no phone that the link could go to; support can open it after checking who you are',
  ),
  claim_not_sent: refusal(
    503,
    '短信没有发出，原来的链接仍然有效，请稍后再试',
    'The text message could not be sent; an earlier link still works. Try again later',
    'warn',
  ),
  claim_same_person: refusal(
    403,
    '核实身份的人不能自己批准，请由另一位同事批准',
    'Whoever checked the identity cannot approve it; another colleague has to',
    'warn',
  ),
  claim_not_approved: refusal(
    409,
    '还没有另一位同事批准',
    'Another colleague has not approved it yet',
  ),
  payee_mismatch: refusal(
    403,
    '银行核实：姓名、身份证号与这张卡不一致，请核对后重新填写',
    'The bank says that this name, ID number and card do not belong together; please check them',
  ),
  payee_name_other: refusal(
    409,
    '这张卡的姓名与付款人不同。请使用与付款人同名的银行卡；确实没有的，请选择原因，将由两位资深同事审核',
    'This card is of another name than the payer’s. Please use a card of the payer’s own; if there is none, say why, and two senior colleagues will look at it',
  ),
  payee_card_credit: refusal(
    409,
    '退款不能转到信用卡，请使用借记卡',
    'A refund cannot be transferred to a credit card; please use a debit card',
  ),
  text_has_number: refusal(
    400,
    '这里不要写完整的手机号、证件号或卡号，只写后四位',
    'Please leave out whole phone, ID and card numbers: the last four digits are enough',
  ),
  // two people agree where a refund goes
  approval_same_person: refusal(
    403,
    '提交人不能复核自己的提交，请由另一位同事复核',
    'Whoever proposed it cannot approve it; another colleague has to',
    'warn',
  ),
  approval_claim_opener: refusal(
    403,
    '核对身份并交出认领链接的人不能复核，请由另一位同事复核',
    'Whoever checked the identity and handed the link over cannot approve it; another colleague has to',
    'warn',
  ),
  case_payout_contradicted: refusal(
    409,
    '银行先说没有付出，后来又说付出了：查清以前，这一件不能再付款，也不能结案',
    'The bank refused this payout first and now says it was paid: until that is cleared up, nothing more is paid and the case cannot be ended',
    'warn',
  ),
  approval_stale: refusal(
    409,
    '内容已经变化，您看到的不再是将要付出的，请刷新后重新核对',
    'Something changed: what you saw is no longer what would be paid. Reload and check it again',
    'warn',
  ),
  approval_repeated: refusal(
    409,
    '您已经同意过，还需要另一位同事复核',
    'You have approved it already; another colleague has to as well',
  ),
  approval_role_too_low: refusal(
    403,
    '这一档需要高级坐席或财务复核',
    'A senior agent or finance has to approve this one',
  ),
  approval_cap_reached: refusal(
    409,
    '超过您今天的复核额度，今天还可复核 {left}',
    'This is over what you may approve today; {left} is left',
  ),
  case_payee_missing: refusal(
    409,
    '收款账户已不可用，请让付款人重新填写',
    'The account it was to go to is no longer there; the shopper has to name one again',
  ),
  suspense_is_owed: refusal(
    409,
    '这笔是多退出去、要追回的钱，不能记入账户',
    'This was refunded twice and is owed to us; there is nothing to credit',
  ),
  refund_agent_cap: refusal(
    409,
    '超过您今天可以代商户退款的额度，今天还可退 {left}；更大的金额请由高级坐席或财务办理',
    'This is over what you may refund for merchants today; {left} is left. A senior agent or finance can refund more',
  ),
  suspense_same_person: refusal(
    403,
    '无人认领的退款须由两位同事先后填写同一个账号，请由另一位同事再填一次',
    'A refund that nobody claimed takes two people who name the same number; another colleague has to',
    'warn',
  ),
  case_assignee_unknown: refusal(
    409,
    '没有这位同事，或已停用',
    'There is no such colleague, or not any more',
  ),
  // a merchant's terms
  balance_contract_missing: refusal(
    409,
    '没有余额合约，无人认领的退款不能转入余额',
    'Without a contract for balances, unclaimed refunds cannot go to a balance',
  ),
} as const;
