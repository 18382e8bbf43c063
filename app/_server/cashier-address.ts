import { env } from '@/lib/core/env';

/** The order's page as another device or browser opens it. */
export const cashierAddress = (token: string): string => `${env().APP_ORIGIN}/pay/${token}`;

/** What stands in the code on a PC's page: the same order, by way of writing down that it was scanned. */
export const scanAddress = (token: string): string => `${cashierAddress(token)}/phone-scan`;
