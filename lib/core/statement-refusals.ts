import { refusal } from './refusal';

/** What can be refused about carriers' settlement statements. Part of the one table in refusals.ts. */
export const STATEMENT_REFUSALS = {
  statement_month_invalid: refusal(
    422,
    '月份不对：请选择已经结束的月份',
    'Choose a month that is over',
  ),
  statement_exists: refusal(
    409,
    '这条计费通道 {month} 的结算单已经导入，内容与这份文件不同；没有任何改动',
    'Another statement of this line for {month} was imported before; nothing was changed',
  ),
  statement_empty: refusal(422, '文件里没有任何一笔', 'There is no line in the file'),
  statement_too_large: refusal(
    413,
    '文件太大：最多 {most} 行',
    'The file is too large: at most {most} lines',
  ),
  statement_has_problems: refusal(
    422,
    '文件里有读不懂的行，没有记任何账；请运营商更正后重新上传',
    'Some lines cannot be understood, and nothing was booked; have the file corrected and upload it again',
  ),
  statement_of_another_line: refusal(
    422,
    '文件里没有一笔是这条计费通道的支付，请核对通道与文件；没有任何改动',
    'No line of the file is a payment of this line: check the line and the file. Nothing was changed',
  ),
  statement_of_another_month: refusal(
    422,
    '行号 {line} 的支付不在 {month}，请核对月份与文件；没有任何改动',
    'The payment numbered {line} was not made in {month}: check the month and the file. Nothing was changed',
  ),
  statement_share_differs: refusal(
    422,
    '文件里没有一笔的分成与这条计费通道约定的一致，请核对通道的分成比例与文件；没有任何改动',
    'No payment in the file has the share agreed for this line: check the line’s share and the file. Nothing was changed',
  ),
  remittance_reference_used: refusal(
    409,
    '这个银行流水号已经登记过另一笔回款',
    'This bank reference was recorded for another remittance',
  ),
  remittance_exceeds_owed: refusal(
    409,
    '回款金额超过这份结算单的欠款 ¥{owed}',
    'This is more than the ¥{owed} still owed for the statement',
  ),
  remittance_day_invalid: refusal(
    422,
    '到账日期不对：不能晚于今天',
    'The day of receipt cannot be later than today',
  ),
} as const;
