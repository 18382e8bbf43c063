import { expect, test } from 'vitest';
import { checkGoingLive } from '@/lib/insights/check-going-live';
import { authenticateApiKey } from '@/lib/merchants/authenticate-api-key';
import { createApiKey } from '@/lib/merchants/create-api-key';
import { seedMerchant } from '../../support/factories/merchants';
import { makePaidOrder } from '../../support/factories/paid-order';
import { makeMember } from '../../support/make-member';

const doneBy = async (by: Awaited<ReturnType<typeof makeMember>>): Promise<string[]> =>
  (await checkGoingLive({ by })).flatMap(({ check, done }) => (done ? [check] : []));

test('of a new merchant nothing is ticked but its owner’s authenticator', async () => {
  const { id: merchantId } = await seedMerchant({ returnOrigins: [] });
  expect(await doneBy(await makeMember({ merchantId }))).toEqual(['authenticator']);
});

test('a merchant whose owner is missing has no owner with an authenticator', async () => {
  const { id: merchantId } = await seedMerchant({ returnOrigins: [] });
  expect(await doneBy(await makeMember({ merchantId, role: 'support' }))).toEqual([]);
});

test('what a merchant does is ticked, for itself alone', async () => {
  const { order } = await makePaidOrder();
  const by = await makeMember({ merchantId: order.merchantId });
  const other = await makeMember();
  const { secret } = await createApiKey({ merchantId: order.merchantId });
  expect(await doneBy(by)).not.toContain('key_used');
  await authenticateApiKey(`Bearer ${secret}`);
  expect(await doneBy(by)).toEqual(['key_used', 'order_paid', 'return_origin', 'authenticator']);
  expect(await doneBy(other)).toEqual(['return_origin', 'authenticator']);
});
