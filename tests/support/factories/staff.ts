import { db } from '@/lib/core/db';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { hashPassword } from '@/lib/core/password';
import { seedMerchant } from './merchants';

/** A merchant's or office user who can sign in. */
export async function seedStaff({
  role = 'office' as 'merchant' | 'office',
  email = `${newSortableNumber()}@staff.test`,
  password = 'correct horse battery staple',
} = {}): Promise<{ id: string; email: string; password: string }> {
  const id = newId('usr');
  await db().user.create({
    data: {
      id,
      role,
      displayName: email,
      email,
      passwordHash: await hashPassword(password),
      merchantId: role === 'merchant' ? (await seedMerchant()).id : null,
    },
    select: { id: true },
  });
  return { id, email, password };
}
