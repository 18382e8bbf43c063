import { keyedHash } from '@/lib/core/crypto';
import { hasPhoneHash } from './store';

/** Is this the phone (its eleven digits) that the user has proved by a code? */
export const ownsPhone = ({ userId, phone }: { userId: string; phone: string }): Promise<boolean> =>
  hasPhoneHash(userId, keyedHash('phone', phone));
