import { refusal } from './refusal';

/** What the ledger refuses. Part of the one table in refusals.ts. */
export const LEDGER_REFUSALS = {
  entry_unbalanced: refusal(500, '分录不平', 'The entry does not balance', 'warn'),
  entry_conflict: refusal(
    409,
    '同一分录键的内容不同',
    'This entry key was posted with other content',
    'warn',
  ),
  line_not_positive: refusal(422, '金额必须大于零', 'The amount must be more than zero', 'warn'),
  amount_out_of_range: refusal(
    422,
    '金额超出可记账范围',
    'The amount is too large to be booked',
    'warn',
  ),
  mixed_currency: refusal(422, '同一分录不能有不同币种', 'One entry cannot mix currencies', 'warn'),
  unknown_subject: refusal(
    500,
    '科目不存在',
    'There is no such subject in the chart of accounts',
    'warn',
  ),
  unknown_account: refusal(404, '没有这个账户', 'There is no such account'),
  unknown_entry: refusal(404, '没有这笔分录', 'There is no such entry'),
  account_frozen: refusal(
    423,
    '账户已冻结，暂时不能付款',
    'The account is frozen; nothing can be paid from it now',
  ),
  account_closed: refusal(410, '账户已销户', 'The account is closed'),
  account_internal: refusal(
    409,
    '内部户始终可以记账，不能冻结',
    'Internal accounts are always bookable and cannot be frozen',
    'warn',
  ),
  account_not_empty: refusal(
    409,
    '账户还有余额或冻结款，不能销户',
    'The account still has money or holds and cannot be closed',
  ),
  day_closed: refusal(409, '该会计日已日结', 'That accounting day is closed', 'warn'),
  day_not_over: refusal(409, '该会计日还没有结束', 'That accounting day is not over yet'),
  hold_not_found: refusal(404, '没有这笔冻结', 'There is no such hold'),
  hold_conflict: refusal(
    409,
    '同一冻结键的内容不同',
    'This hold key was used with other content',
    'warn',
  ),
  hold_expired: refusal(410, '冻结已过期', 'The hold has expired'),
  hold_ended: refusal(409, '冻结已结束', 'The hold has ended'),
  hold_over_capture: refusal(
    409,
    '扣款超过冻结金额',
    'More was to be captured than the hold still keeps',
    'warn',
  ),
  not_reversible: refusal(409, '冲正分录不能再冲正', 'A reversal cannot be reversed', 'warn'),
  ledger_busy: refusal(
    503,
    '系统繁忙，请稍后再试，没有扣款',
    'We are busy right now; try again in a moment. Nothing was charged',
    'warn',
  ),
} as const;
