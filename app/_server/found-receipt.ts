import { dropSealed, keepSealed, readSealed } from './sealed-cookie';

// Which receipt somebody may see without a log-in: for ten minutes, on this browser.

export const keepFoundReceipt = (orderId: string): Promise<void> =>
  keepSealed('foundReceipt', orderId);

/** undefined: nothing was found, it is too long ago, or the cookie is not ours. */
export const readFoundReceipt = (): Promise<string | undefined> => readSealed('foundReceipt');

export const forgetFoundReceipt = (): Promise<void> => dropSealed('foundReceipt');
