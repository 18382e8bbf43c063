import type { ReceiptRefund } from '@/lib/receipts/receipt';

/** How far a refund is, in a word: of one by two ways, a part may have gone back while the other did not. */
export const refundWord = ({ progress, parts }: Pick<ReceiptRefund, 'progress' | 'parts'>) =>
  progress === 'failed' && parts.some((part) => part.progress !== 'failed') ? 'partly' : progress;
