import { expect, test } from 'vitest';
import { listCustomerLabels } from '@/lib/customers/list-customer-labels';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';
import { seedCustomer } from '@/tests/support/factories/customers';
import { seedMerchant } from '@/tests/support/factories/merchants';

test('owners are told by their names, customers masked, and who is unknown is left out', async () => {
  const { id: merchantId } = await seedMerchant({ name: '某店', nameEn: 'Some shop' });
  const { customerId } = await seedCustomer({ merchantId, reference: '13812345678' });
  expect(await listMerchantNames([merchantId, 'mer_nobody'])).toEqual(
    new Map([[merchantId, { zh: '某店', en: 'Some shop' }]]),
  );
  expect(await listCustomerLabels([customerId, 'cus_nobody'])).toEqual(
    new Map([[customerId, { merchantId, reference: '1***78' }]]),
  );
  expect(await listCustomerLabels([])).toEqual(new Map());
});
