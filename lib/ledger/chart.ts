/**
 * The chart of accounts (科目). External accounts are users' own: kept in real time, never below
 * zero. Internal accounts are the product's and the channels': always bookable, summed from their
 * lines. The database holds the same table (ledger_subjects); a test compares the two.
 */
export const CHART = {
  platform_bank: {
    zh: '平台银行存款',
    en: 'Platform bank deposits',
    side: 'debit',
    kind: 'internal',
  },
  channel_clearing: { zh: '渠道清算款', en: 'Channel clearing', side: 'debit', kind: 'internal' },
  customer_balance: { zh: '用户余额', en: 'Customer balance', side: 'credit', kind: 'external' },
  merchant_pending: {
    zh: '待结算商户款',
    en: 'Merchant pending settlement',
    side: 'credit',
    kind: 'internal',
  },
  late_payments: {
    zh: '迟到款（待处理）',
    en: 'Late payments (suspense)',
    side: 'credit',
    kind: 'internal',
  },
  refunds_payable: { zh: '应付退款', en: 'Refunds payable', side: 'credit', kind: 'internal' },
} as const;

export type Subject = keyof typeof CHART;
