import { randomBytes } from 'node:crypto';
import { hashPassword } from '@/lib/core/password';

/** What somebody of the office signs in with until they set up an authenticator; it is shown once, and kept as a hash. */
export async function oneTimePassword(): Promise<{ password: string; passwordHash: string }> {
  const password = randomBytes(12).toString('base64url');
  return { password, passwordHash: await hashPassword(password) };
}
