import { env } from '@/lib/core/env';

/** The order's page as another device or browser opens it. */
export const cashierAddress = (token: string): string => `${env().APP_ORIGIN}/pay/${token}`;
