import { expect, test } from 'vitest';
import { ensureCustomer } from '@/lib/customers/ensure-customer';
import { findAccount } from '@/lib/customers/find-account';
import { seedCustomer, seedShopper } from '../../support/factories/customers';
import { seedMerchant } from '../../support/factories/merchants';
import { somePhone } from '../../support/phones';

const somebody = () => seedShopper(somePhone());

test('what a merchant says about its shopper proves nothing', async () => {
  const { id: merchantId } = await seedMerchant();
  const { userId } = await somebody();
  const owned = await seedCustomer({ merchantId, userId });
  const by = { merchantId, reference: owned.reference };
  const { userId: stranger } = await somebody();
  expect(await findAccount({ ...by, userId: null })).toMatchObject({ proved: false });
  expect(await findAccount({ ...by, userId: stranger })).toMatchObject({ proved: false });
  expect(await findAccount({ ...by, userId })).toEqual({
    customerId: owned.customerId,
    userId,
    proved: true,
    passwordSet: true,
  });
});

test('the claim comes before the signed-in person’s own account', async () => {
  const { id: merchantId } = await seedMerchant();
  const { userId } = await somebody();
  const own = await seedCustomer({ merchantId, userId });
  const claimed = await seedCustomer({ merchantId });
  const named = await findAccount({ merchantId, reference: claimed.reference, userId });
  expect(named).toMatchObject({ customerId: claimed.customerId, proved: false });
  for (const reference of [null, 'nobody-of-that-name']) {
    const found = await findAccount({ merchantId, reference, userId });
    expect(found).toMatchObject({ customerId: own.customerId, proved: true });
  }
});

test('an account at one merchant is none at another', async () => {
  const [one, other] = [await seedMerchant(), await seedMerchant()];
  const { userId } = await somebody();
  const { reference } = await seedCustomer({ merchantId: one.id, userId });
  expect(await findAccount({ merchantId: other.id, reference, userId })).toBeUndefined();
});

test('nobody and nothing has no account', async () => {
  const { id: merchantId } = await seedMerchant();
  await seedCustomer({ merchantId });
  expect(await findAccount({ merchantId, reference: null, userId: null })).toBeUndefined();
});

test('20 at once make one customer', async () => {
  const { id: merchantId } = await seedMerchant();
  const made = await Promise.all(
    Array.from({ length: 20 }, () => ensureCustomer({ merchantId, reference: 'alice' })),
  );
  expect(new Set(made.map(({ customerId }) => customerId)).size).toBe(1);
});

test('a customer keeps the owner it has', async () => {
  const { id: merchantId } = await seedMerchant();
  const [{ userId }, { userId: stranger }] = [await somebody(), await somebody()];
  const { customerId } = await ensureCustomer({ merchantId, reference: 'alice' });
  await ensureCustomer({ merchantId, reference: 'alice', userId });
  const taken = ensureCustomer({ merchantId, reference: 'alice', userId: stranger });
  await expect(taken).rejects.toMatchObject({ code: 'not_permitted' });
  expect(await ensureCustomer({ merchantId, reference: 'alice' })).toEqual({ customerId });
  const account = await findAccount({ merchantId, reference: 'alice', userId });
  expect(account).toMatchObject({ customerId, proved: true, passwordSet: false });
});

test.each(['', 'a\u0000b', 'line\nbreak', 'x'.repeat(129)])(
  '%j is no reference',
  async (reference) => {
    const { id: merchantId } = await seedMerchant();
    await expect(ensureCustomer({ merchantId, reference })).rejects.toMatchObject({
      code: 'invalid_request',
    });
  },
);
