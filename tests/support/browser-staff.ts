import { randomUUID } from 'node:crypto';
import { newTotpSecret, totpCode } from '@/lib/auth/totp';
import type { MerchantRole } from '@/lib/core/merchant-permissions';
import { hashPassword } from '@/lib/core/password';
import type { StaffRole } from '@/lib/core/staff-permissions';
import { sealItem } from '@/lib/vault/seal-item';
import type { Database } from './browser-database';
import { planted } from './canaries';

export const STAFF_PASSWORD = 'correct horse battery staple';

/** A member of the office or of a merchant whom no other test uses. */
export interface BrowserStaff {
  id: string;
  email: string;
  displayName: string;
  /** The next code of their authenticator, at once: as if half a minute had passed since the last one. */
  code: () => Promise<string>;
}

/** How to get the next code of those who sign in for a merchant, by their e-mail: signing in asks for one. */
const codesByEmail = new Map<string, () => Promise<string>>();

/** The next code of a merchant's member of this file's making; undefined for everybody else. */
export const codeOfMerchantMember = (email: string): Promise<string> | undefined =>
  codesByEmail.get(email)?.();

/** An owner of the demo's merchant who can sign in, and whom no other test uses; answers their address. */
export async function addOwner(database: Database): Promise<string> {
  return (await addMerchantMember(database)).email;
}

/** Somebody of a merchant (the demo's, unless another is named), with an authenticator unless `bare`. */
export async function addMerchantMember(
  database: Database,
  merchantRole: MerchantRole = 'owner',
  { merchantId = 'mer_hemu', bare = false } = {},
): Promise<BrowserStaff> {
  const member = await add(database, bare, {
    role: 'merchant',
    displayName: `Test ${merchantRole}`,
    columns: { merchant_id: merchantId, merchant_role: merchantRole },
  });
  if (!bare) codesByEmail.set(member.email, member.code);
  return member;
}

/** Somebody of the office, with an authenticator unless `bare`. */
export const addMember = (
  database: Database,
  staffRole: StaffRole,
  { bare = false } = {},
): Promise<BrowserStaff> =>
  add(database, bare, {
    role: 'office',
    displayName: `Test ${staffRole}`,
    columns: { staff_role: staffRole },
  });

async function add(
  database: Database,
  bare: boolean,
  {
    role,
    displayName,
    columns,
  }: { role: 'merchant' | 'office'; displayName: string; columns: Record<string, string> },
): Promise<BrowserStaff> {
  const name = randomUUID();
  const member = { id: `usr_${name}`, email: `${name}@staff.test`, displayName };
  const secret = planted('secret', newTotpSecret());
  const item = sealItem({ purpose: 'staff_totp', plain: secret });
  if (!bare) {
    await database.query(
      'INSERT INTO vault_items (id, purpose, wrapped_key, sealed) VALUES ($1, $2, $3, $4)',
      [item.id, item.purpose, item.wrappedKey, item.sealed],
    );
  }
  await database.query(
    `INSERT INTO users (id, role, display_name, email, password_hash, totp_item_id,
                        merchant_id, merchant_role, staff_role)
     VALUES ($1, $2::role, $3, $4, $5, $6, $7, $8::merchant_role, $9::staff_role)`,
    [
      ...[member.id, role, displayName, member.email, await passwordHash()],
      bare ? null : item.id,
      columns.merchant_id ?? null,
      columns.merchant_role ?? null,
      columns.staff_role ?? null,
    ],
  );
  const code = async () => {
    await database.query('UPDATE users SET totp_step = NULL WHERE id = $1', [member.id]);
    return totpCode(secret, new Date());
  };
  return { ...member, code };
}

const passwordHash = (): Promise<string> => hashPassword(planted('password', STAFF_PASSWORD));
