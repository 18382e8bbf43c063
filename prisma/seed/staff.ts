import { keyedHash } from '@/lib/core/crypto';
import { db } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { hashPassword } from '@/lib/core/password';
import type { Shop } from '@/lib/demo/shop';

export interface StaffLogin {
  role: 'merchant' | 'office';
  email: string;
  password: string;
}

/**
 * One person at the shop and one in the office. Their passwords come from this installation's own
 * secret: nobody else's demo has them, and telling the story again gives the same ones.
 */
export async function ensureStaff({ merchantId }: Shop): Promise<StaffLogin[]> {
  const logins = (['merchant', 'office'] as const).map((role) => {
    const email = `${role}@demo.test`;
    return { role, email, password: keyedHash('demo-password', email).slice(0, 16) };
  });
  for (const { role, email, password } of logins) {
    const passwordHash = await hashPassword(password);
    await db().user.upsert({
      where: { email },
      create: {
        id: newId('usr'),
        role,
        email,
        displayName: role === 'merchant' ? '禾木小店 店长' : '收银台 财务',
        passwordHash,
        merchantId: role === 'merchant' ? merchantId : null,
      },
      update: { passwordHash },
      select: { id: true },
    });
  }
  return logins;
}
