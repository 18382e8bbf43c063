import { checkAuthenticatorCode } from './check-authenticator-code';

/**
 * Returns when the code is of this merchant's member: at sign-in, and again for whatever changes keys and
 * members or moves money.
 *
 * @throws Refusal as checkAuthenticatorCode
 */
export const verifyMemberCode = ({
  userId,
  code,
}: {
  userId: string;
  code: string;
}): Promise<void> => checkAuthenticatorCode({ userId, role: 'merchant', code });
