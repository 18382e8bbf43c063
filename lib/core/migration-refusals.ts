import { refusal } from './refusal';

/** What can be refused about a file of a merchant's existing customers. Part of the one table in refusals.ts. */
export const MIGRATION_REFUSALS = {
  csv_expected: refusal(
    415,
    '请以 text/csv（UTF-8）上传文件',
    'Send the file as text/csv in UTF-8',
  ),
  file_required: refusal(422, '请先选择一个文件', 'Choose a file first'),
  consent_required: refusal(
    422,
    '请先确认已取得客户的授权',
    'Confirm first that your customers have agreed',
  ),
  csv_encoding_unknown: refusal(
    422,
    '文件不是 UTF-8 编码，请另存为“CSV UTF-8”后再传',
    'The file is not UTF-8; save it as “CSV UTF-8” and send it again',
  ),
  csv_header_invalid: refusal(
    422,
    '首行须恰好有这五列：customer_reference、name、id_no、card_no、phone',
    'The first line must name exactly these columns: customer_reference, name, id_no, card_no, phone',
  ),
  csv_line_unreadable: refusal(
    422,
    '第 {line} 行附近无法读取：引号不成对，或这一行太长',
    'The file cannot be read near line {line}: a quote is not closed, or the line is too long',
  ),
  migration_empty: refusal(422, '文件里没有客户', 'There is no customer in the file'),
  migration_too_large: refusal(
    413,
    '一个文件最多 {most} 行，请分成几个文件',
    'A file can have {most} lines at most; split it',
  ),
} as const;
