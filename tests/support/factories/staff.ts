import { newTotpSecret } from '@/lib/auth/totp';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { hashPassword } from '@/lib/core/password';
import type { StaffRole } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { keepItem } from '@/lib/vault/keep-item';
import { staffCode } from '../make-staff';
import { seedMerchant } from './merchants';

export interface SeededStaff {
  id: string;
  email: string;
  password: string;
  /** All that signing in takes, with a fresh code. */
  credentials: () => Promise<{ email: string; password: string; code?: string }>;
}

/** A merchant's (its owner) or office user who can sign in, with an authenticator, unless `bare`. */
export async function seedStaff({
  role = 'merchant' as 'merchant' | 'office',
  staffRole = 'admin' as StaffRole,
  bare = false,
  email = `${newSortableNumber()}@staff.test`,
  password = 'correct horse battery staple',
} = {}): Promise<SeededStaff> {
  const id = newId('usr');
  const office = role === 'office';
  const passwordHash = await hashPassword(password);
  const merchantId = office ? null : (await seedMerchant()).id;
  await inTransaction(async (tx) => {
    const totpItemId = bare
      ? null
      : await keepItem(tx, { purpose: 'staff_totp', plain: newTotpSecret() });
    const who = { id, role, displayName: email, email, passwordHash, merchantId };
    await tx.user.create({
      data: {
        ...who,
        staffRole: office ? staffRole : null,
        merchantRole: office ? null : 'owner',
        totpItemId,
      },
      select: { id: true },
    });
  });
  const credentials = async () =>
    bare ? { email, password } : { email, password, code: await staffCode(id) };
  return { id, email, password, credentials };
}
