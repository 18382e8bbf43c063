import { expect, test } from 'vitest';
import { listCustomerLabels } from '@/lib/customers/list-customer-labels';
import { listCustomerReferences } from '@/lib/customers/list-customer-references';
import { listMerchantCustomers } from '@/lib/customers/list-merchant-customers';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';
import { seedCustomer, seedShopper } from '@/tests/support/factories/customers';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { somePhone } from '@/tests/support/phones';

test('owners are told by their names, customers masked, and who is unknown is left out', async () => {
  const { id: merchantId } = await seedMerchant({ name: '某店', nameEn: 'Some shop' });
  const { customerId } = await seedCustomer({ merchantId, reference: '13812345678' });
  expect(await listMerchantNames([merchantId, 'mer_nobody'])).toEqual(
    new Map([[merchantId, { zh: '某店', en: 'Some shop', mode: 'test' }]]),
  );
  expect(await listCustomerLabels([customerId, 'cus_nobody'])).toEqual(
    new Map([[customerId, { merchantId, reference: '1***78' }]]),
  );
  expect(await listCustomerLabels([])).toEqual(new Map());
});

test('a merchant reads its own names, whatever they look like, and none for who came by themselves', async () => {
  const { id: merchantId } = await seedMerchant();
  const { userId } = await seedShopper(somePhone());
  const named = await seedCustomer({ merchantId, reference: 'usr_1' });
  const unnamed = await seedCustomer({ merchantId, reference: userId, userId });
  const ids = [named.customerId, unnamed.customerId];
  expect(await listCustomerReferences({ merchantId, ids })).toEqual(
    new Map([[named.customerId, 'usr_1']]),
  );
  const { customers } = await listMerchantCustomers({ merchantId });
  expect(customers.map(({ id, reference }) => [id, reference])).toEqual([
    [unnamed.customerId, null],
    [named.customerId, 'usr_1'],
  ]);
});
