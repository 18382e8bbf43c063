import { checkAuthenticatorCode } from './check-authenticator-code';

/**
 * Returns when the code is of this member's of the office: at sign-in, and again for whatever moves money.
 *
 * @throws Refusal as checkAuthenticatorCode
 */
export const verifyStaffCode = ({
  userId,
  code,
}: {
  userId: string;
  code: string;
}): Promise<void> => checkAuthenticatorCode({ userId, role: 'office', code });
