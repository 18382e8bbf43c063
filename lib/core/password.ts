import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

// OWASP's floor for scrypt: N=2^14, r=8, p=5 (16 MiB). About as slow as a shopper will not notice.
const COST = { N: 2 ** 14, r: 8, p: 5, maxmem: 64 * 1024 * 1024 };
const LENGTH = 32;

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, LENGTH, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    );
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
