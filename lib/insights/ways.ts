/** Whatever carries a payment, as it is counted. */
export type ChannelCode = 'balance' | 'unionpay' | 'bank' | 'netsunion' | 'carrier';
