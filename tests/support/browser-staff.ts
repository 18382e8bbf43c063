import { randomUUID } from 'node:crypto';
import { hashPassword } from '@/lib/core/password';
import type { Database } from './browser-database';
import { planted } from './canaries';

export const STAFF_PASSWORD = 'correct horse battery staple';

/** Somebody who can sign in, and whom no other test uses; answers the address to do so with. */
export async function addStaff(database: Database, role: 'merchant' | 'office'): Promise<string> {
  const id = randomUUID();
  const merchant = role === 'merchant' ? 'mer_hemu' : null;
  const passwordHash = await hashPassword(planted('password', STAFF_PASSWORD));
  await database.query(
    `INSERT INTO users (id, role, display_name, email, password_hash, merchant_id)
     VALUES ($1, $2::role, $3, $4, $5, $6)`,
    [`usr_${id}`, role, `Test ${role}`, `${id}@staff.test`, passwordHash, merchant],
  );
  return `${id}@staff.test`;
}
