import { keyedHash } from '@/lib/core/crypto';
import { env } from '@/lib/core/env';

/** What a link is found again by; the token itself is kept nowhere. */
export const claimTokenHash = (token: string): string => keyedHash('refund-claim', token);

export const claimLink = (token: string): string => `${env().APP_ORIGIN}/claim/${token}`;
