import { newSortableNumber } from '@/lib/core/ids';
import { createMerchant } from '@/lib/merchants/create-merchant';
import type { Merchant } from '@/lib/merchants/merchant';

/** A merchant of its own for each test, so that tests never meet in each other's orders. */
export async function seedMerchant(overrides: Partial<Merchant> = {}): Promise<Merchant> {
  const merchant: Merchant = {
    id: `mer_${newSortableNumber()}`,
    mode: 'test',
    isOpen: true,
    name: '测试商户',
    nameEn: 'Test merchant',
    accentColor: '#1d4ed8',
    returnOrigins: ['https://shop.example'],
    latePaymentPolicy: 'refund',
    balanceContract: 'bank_custody',
    hiddenMethods: [],
    methodOrder: [],
    logo: null,
    ...overrides,
  };
  const { logo: _logo, isOpen: _isOpen, methodOrder: _order, ...terms } = merchant;
  await createMerchant(terms);
  return merchant;
}
