import { selectMerchantCustomer } from './customer-list-store';

/** The merchant's customer of that name; undefined for a name that nobody has. */
export const findCustomerByReference = async (which: {
  merchantId: string;
  reference: string;
}): Promise<{ customerId: string } | undefined> => {
  const customer = await selectMerchantCustomer(which);
  return customer && { customerId: customer.id };
};
