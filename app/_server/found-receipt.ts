import { dropSealed, keepSealed, readSealed } from './sealed-cookie';

// Which receipt somebody may see without a log-in: for ten minutes, on this browser, on these pages.
const FOUND = { name: 'cashier_receipts', path: '/receipt', seconds: 10 * 60 };

export const keepFoundReceipt = (orderId: string): Promise<void> => keepSealed(FOUND, orderId);

/** undefined: nothing was found, it is too long ago, or the cookie is not ours. */
export const readFoundReceipt = (): Promise<string | undefined> => readSealed(FOUND);

export const forgetFoundReceipt = (): Promise<void> => dropSealed(FOUND);
