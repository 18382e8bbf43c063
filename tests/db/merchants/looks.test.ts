import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { findLogo } from '@/lib/merchants/find-logo';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { removeMerchantLogo } from '@/lib/merchants/remove-merchant-logo';
import { setMerchantAccent } from '@/lib/merchants/set-merchant-accent';
import { setMerchantLogo } from '@/lib/merchants/set-merchant-logo';
import { anyMember } from '@/tests/support/any-member';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { png } from '@/tests/support/pictures';
import { refusalCode } from '@/tests/support/refusal-code';

const actor = 'usr_looks';
const changesOf = (merchantId: string) =>
  db().merchantChange.findMany({
    where: { merchantId },
    orderBy: { id: 'asc' },
    select: { subject: true, fromValue: true, toValue: true, actor: true },
  });

test('a picture is set, replaced and taken away, found by its content only while it is somebody’s, and each change says who', async () => {
  const { id: merchantId } = await seedMerchant();
  const [first, second] = [png(64, 64, { salt: merchantId }), png(96, 80, { salt: merchantId })];
  const { hash } = await setMerchantLogo({ bytes: first, by: anyMember(merchantId, actor) });
  expect(hash).toBe(createHash('sha256').update(first).digest('hex'));
  expect((await getMerchant(merchantId)).logo).toBe(hash);
  const found = await findLogo(hash);
  expect(found?.mediaType).toBe('image/png');
  expect(Buffer.from(found?.bytes ?? []).equals(first)).toBe(true);

  await setMerchantLogo({ bytes: first, by: anyMember(merchantId, 'usr_again') });
  const { hash: other } = await setMerchantLogo({
    bytes: second,
    by: anyMember(merchantId, 'usr_other'),
  });
  expect(await findLogo(hash)).toBeUndefined();
  await removeMerchantLogo({ by: anyMember(merchantId, actor) });
  await removeMerchantLogo({ by: anyMember(merchantId, 'usr_again') });
  expect((await getMerchant(merchantId)).logo).toBeNull();
  expect(await findLogo(other)).toBeUndefined();
  expect(await changesOf(merchantId)).toEqual([
    { subject: 'logo', fromValue: null, toValue: hash, actor },
    { subject: 'logo', fromValue: hash, toValue: other, actor: 'usr_other' },
    { subject: 'logo', fromValue: other, toValue: null, actor },
  ]);
});

test('a file that may not be a picture changes nothing', async () => {
  const { id: merchantId } = await seedMerchant();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  const refused = setMerchantLogo({ bytes: svg, by: anyMember(merchantId, actor) });
  expect(await refusalCode(refused)).toBe('logo_unreadable');
  expect((await getMerchant(merchantId)).logo).toBeNull();
  expect(await changesOf(merchantId)).toEqual([]);
});

test('the colour is set, the same again changes nothing, and what is no colour never gets in', async () => {
  const { id: merchantId, accentColor } = await seedMerchant();
  await setMerchantAccent({ accentColor: '#FFD100', by: anyMember(merchantId, actor) });
  await setMerchantAccent({ accentColor: '#ffd100', by: anyMember(merchantId, actor) });
  expect((await getMerchant(merchantId)).accentColor).toBe('#ffd100');
  for (const bad of ['', 'red', '#fff', '#12345g', '#123456;color:red']) {
    await expect(
      setMerchantAccent({ accentColor: bad, by: anyMember(merchantId, actor) }),
    ).rejects.toThrow();
  }
  expect(await changesOf(merchantId)).toEqual([
    { subject: 'accent_color', fromValue: accentColor, toValue: '#ffd100', actor },
  ]);
});

test('two people who change the looks at once leave one after the other', async () => {
  const { id: merchantId } = await seedMerchant();
  const pictures = [1, 2, 3, 4].map((n) => png(64, 64, { salt: `${merchantId} ${n}` }));
  await Promise.all(
    pictures.map((bytes) => setMerchantLogo({ bytes, by: anyMember(merchantId, actor) })),
  );
  const changes = await changesOf(merchantId);
  const chain = changes.map(({ toValue }) => toValue);
  expect(changes.map(({ fromValue }) => fromValue)).toEqual([null, ...chain.slice(0, -1)]);
  expect((await getMerchant(merchantId)).logo).toBe(chain.at(-1));
});

test('nobody changes the looks of a merchant that is none, nor what is written about them', async () => {
  const merchantId = 'mer_nobody';
  const logo = setMerchantLogo({ bytes: png(64, 64), by: anyMember(merchantId, actor) });
  expect(await refusalCode(logo)).toBe('not_found');
  expect(await refusalCode(removeMerchantLogo({ by: anyMember(merchantId, actor) }))).toBe(
    'not_found',
  );
  const accent = setMerchantAccent({ accentColor: '#000000', by: anyMember(merchantId, actor) });
  expect(await refusalCode(accent)).toBe('not_found');
  await expect(db().$executeRaw`TRUNCATE merchant_changes`).rejects.toThrow();
});

test('an address that is no hash finds nothing', async () => {
  for (const address of ['', 'x', '../../etc/passwd', 'A'.repeat(64), `${'0'.repeat(64)}'`]) {
    expect(await findLogo(address)).toBeUndefined();
  }
});
