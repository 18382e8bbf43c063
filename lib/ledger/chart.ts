/**
 * The chart of accounts (科目). External accounts are users' own: kept in real time, never below
 * zero. Internal accounts are the product's and the channels': always bookable, summed from their
 * lines. The database holds the same table (ledger_subjects); a test compares the two.
 */
export const CHART = {
  platform_bank: subject('平台银行存款', 'Platform bank deposits', 'debit', 'internal', 'platform'),
  channel_clearing: subject('渠道清算款', 'Channel clearing', 'debit', 'internal', 'channel'),
  payouts_in_transit: subject('在途代付', 'Payouts in transit', 'debit', 'internal', 'channel'),
  bad_debt: subject('坏账', 'Bad debt', 'debit', 'internal', 'merchant'),
  customer_balance: subject('用户余额', 'Customer balance', 'credit', 'external', 'customer'),
  merchant_balance: subject(
    '商户结算账户',
    'Merchant settlement account',
    'credit',
    'external',
    'merchant',
  ),
  platform_balance: subject('平台自有资金', 'Platform own funds', 'credit', 'external', 'platform'),
  merchant_pending: subject(
    '待结算商户款',
    'Merchant pending settlement',
    'credit',
    'internal',
    'merchant',
  ),
  late_payments: subject(
    '迟到款（待处理）',
    'Late payments (suspense)',
    'credit',
    'internal',
    'merchant',
  ),
  suspense: subject('暂收款（待查）', 'Suspense', 'credit', 'internal', 'platform'),
  refunds_payable: subject('应付退款', 'Refunds payable', 'credit', 'internal', 'channel'),
  fee_income: subject('手续费收入', 'Fee income', 'credit', 'internal', 'platform'),
} as const;

export type Subject = keyof typeof CHART;

/** Subjects whose accounts belong to somebody and never go below zero. */
export type ExternalSubject = {
  [S in Subject]: (typeof CHART)[S]['kind'] extends 'external' ? S : never;
}[Subject];

/** One account: its subject and whose it is. */
export interface AccountRef {
  subject: Subject;
  owner: string;
}
export interface ExternalRef extends AccountRef {
  subject: ExternalSubject;
}

/** The owner of the platform's own accounts. */
export const PLATFORM = 'platform';

export const isSubject = (code: string): code is Subject => Object.hasOwn(CHART, code);
export const isExternal = (code: Subject): code is ExternalSubject =>
  CHART[code].kind === 'external';

/** "customer_balance:cus_01jd…:CNY": an account can be named without a look-up. */
export const accountIdOf = ({ subject: code, owner }: AccountRef): string => `${code}:${owner}:CNY`;

function subject<
  Side extends 'debit' | 'credit',
  Kind extends 'external' | 'internal',
  Owner extends 'platform' | 'merchant' | 'customer' | 'channel',
>(zh: string, en: string, side: Side, kind: Kind, owner: Owner) {
  return { zh, en, side, kind, owner } as const;
}
