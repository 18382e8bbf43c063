import { selectLastScan } from './scan-store';

/** When a phone, or this very one, has last scanned the code on another screen's page; null: never. */
export const findScan = (orderId: string, deviceHash?: string): Promise<Date | null> =>
  selectLastScan(orderId, deviceHash);
