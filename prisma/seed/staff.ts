import { keyedHash } from '@/lib/core/crypto';
import { env } from '@/lib/core/env';
import { newId } from '@/lib/core/ids';
import type { MerchantRole } from '@/lib/core/merchant-permissions';
import { hashPassword } from '@/lib/core/password';
import type { StaffRole } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { Shop } from '@/lib/demo/shop';
import { keepItem } from '@/lib/vault/keep-item';

export interface StaffLogin {
  role: 'merchant' | 'office';
  /** What they do in the office. */
  staffRole: StaffRole | null;
  /** What they do for the merchant. */
  merchantRole: MerchantRole | null;
  email: string;
  password: string;
}

/** Enough people for whatever takes two of them, and one for each role. */
const OFFICE: readonly [name: string, staffRole: StaffRole, displayName: string][] = [
  ['agent', 'agent', '李想 坐席'],
  ['senior', 'senior_agent', '周宁 高级坐席'],
  ['finance', 'finance', '陈静 财务'],
  ['operator', 'operator', '吴迪 运维'],
  ['auditor', 'auditor', '孙悦 审计'],
  ['office', 'admin', '收银台 管理员'],
];

const SHOP: readonly [name: string, merchantRole: MerchantRole, displayName: string][] = [
  ['merchant', 'owner', '禾木小店 店长'],
  ['merchant.developer', 'developer', '方舟 开发'],
  ['merchant.finance', 'finance', '许诺 财务'],
  ['merchant.support', 'support', '何苗 客服'],
];

/**
 * One person of each role at the shop and in the office. Their passwords come from this installation's own
 * secret, as their authenticators do: nobody else's demo has them, and telling the story again gives the same.
 */
export async function ensureStaff({ merchantId }: Shop): Promise<StaffLogin[]> {
  const logins: StaffLogin[] = [];
  for (const [name, merchantRole, displayName] of SHOP) {
    const member = login('merchant', name, { staffRole: null, merchantRole });
    await ensure(member, { displayName, merchantId });
    logins.push(member);
  }
  for (const [name, staffRole, displayName] of OFFICE) {
    const member = login('office', name, { staffRole, merchantRole: null });
    await ensure(member, { displayName, merchantId: null });
    logins.push(member);
  }
  return logins;
}

function login(
  role: StaffLogin['role'],
  name: string,
  does: Pick<StaffLogin, 'staffRole' | 'merchantRole'>,
): StaffLogin {
  const email = `${name}@demo.test`;
  return { role, ...does, email, password: keyedHash('demo-password', email).slice(0, 16) };
}

async function ensure(
  { role, staffRole, merchantRole, email, password }: StaffLogin,
  who: { displayName: string; merchantId: string | null },
): Promise<void> {
  const passwordHash = await hashPassword(password);
  const secret = env().DEMO_AUTHENTICATORS.find(({ account }) => account === email)?.secret;
  await inTransaction(async (tx) => {
    const { id, totpItemId } = await tx.user.upsert({
      where: { email },
      create: { id: newId('usr'), role, staffRole, merchantRole, email, passwordHash, ...who },
      update: { passwordHash },
      select: { id: true, totpItemId: true },
    });
    if (totpItemId !== null || !secret) return;
    const kept = await keepItem(tx, { purpose: 'staff_totp', plain: secret });
    await tx.user.update({ where: { id }, data: { totpItemId: kept }, select: { id: true } });
  });
}
