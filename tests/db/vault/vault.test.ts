import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { keepItem } from '@/lib/vault/keep-item';
import { openItem } from '@/lib/vault/open-item';
import type { VaultPurpose } from '@/lib/vault/purposes';
import { refusalCode } from '@/tests/support/refusal-code';

const plain = '13912345678';
const keep = () => inTransaction((tx) => keepItem(tx, { purpose: 'payer_phone', plain }));
const read = { actor: 'usr_reader', purpose: 'payer_phone' } as const;

test('what is kept opens again, and each reading is on record for good', async () => {
  const itemId = await keep();
  expect(await openItem({ itemId, ...read })).toBe(plain);
  expect(await openItem({ itemId, ...read })).toBe(plain);
  const reads = await db().vaultRead.findMany({ where: { itemId } });
  expect(reads).toHaveLength(2);
  expect(reads[0]).toMatchObject(read);
  await expect(db().vaultRead.deleteMany({ where: { itemId } })).rejects.toThrow();
  await expect(
    db().vaultRead.updateMany({ where: { itemId }, data: { actor: 'nobody' } }),
  ).rejects.toThrow();
});

test('the database holds neither the text nor the key that opens it, and no two items alike', async () => {
  const [a, b] = await Promise.all([keep(), keep()]);
  const rows = await db().vaultItem.findMany({ where: { id: { in: [a, b] } } });
  const bytes = rows.map(({ sealed, wrappedKey }) => Buffer.concat([sealed, wrappedKey]));
  for (const one of bytes) expect(one.includes(plain)).toBe(false);
  expect(rows[0]?.sealed).not.toEqual(rows[1]?.sealed);
  expect(rows[0]?.wrappedKey).not.toEqual(rows[1]?.wrappedKey);
});

test('an item moved into another row does not open', async () => {
  const [a, b] = await Promise.all([keep(), keep()]);
  await db().$executeRaw`
    UPDATE vault_items AS mine SET wrapped_key = other.wrapped_key, sealed = other.sealed
      FROM vault_items AS other WHERE mine.id = ${a} AND other.id = ${b}`;
  await expect(openItem({ itemId: a, ...read })).rejects.toThrow();
});

test('an item opens for the purpose it was kept for, and nothing is on record otherwise', async () => {
  const itemId = await keep();
  const other = 'another purpose' as VaultPurpose;
  expect(await refusalCode(openItem({ itemId, ...read, purpose: other }))).toBe('not_found');
  expect(await refusalCode(openItem({ ...read, itemId: 'vlt_none' }))).toBe('not_found');
  expect(await db().vaultRead.count({ where: { itemId } })).toBe(0);
});

test('an item whose change is undone was never kept', async () => {
  let itemId = '';
  const undone = inTransaction(async (tx) => {
    itemId = await keepItem(tx, { purpose: 'payer_phone', plain });
    throw new Error('undo');
  });
  await expect(undone).rejects.toThrow('undo');
  expect(await refusalCode(openItem({ itemId, ...read }))).toBe('not_found');
});
