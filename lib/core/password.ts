import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { keyedHash } from './crypto';

// node:crypto's own defaults (16 MiB, some 35 ms). Six digits cannot be made strong by work alone,
// so the text is first keyed with a secret that is not in the database.
const COST = { N: 2 ** 14, r: 8, p: 1 };
const LENGTH = 32;

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const keyed = keyedHash('password', password.normalize('NFKC'));
    scrypt(keyed, salt, LENGTH, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });

/** "scrypt$<salt>$<hash>", both base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64')}$${(await derive(password, salt)).toString('base64')}`;
}

/** Does the password make this hash? Without a hash it takes as long and says no. */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const [, salt = '', expected = ''] = (hash ?? '').split('$');
  const derived = await derive(password, Buffer.from(salt, 'base64'));
  const wanted = Buffer.from(expected, 'base64');
  return wanted.length === LENGTH && timingSafeEqual(derived, wanted);
}
