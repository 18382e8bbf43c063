import {
  createCustomerSchema,
  customerAnswerSchema,
  customerListAnswerSchema,
  listCustomersQuerySchema,
} from '@/lib/customers/schema';
import { noQuerySchema } from '@/lib/orders/schema';
import {
  entryListAnswerSchema,
  listEntriesQuerySchema,
  openAccountSchema,
  virtualAccountAnswerSchema,
} from '@/lib/virtual-accounts/schema';
import { operation } from './operation';

const customer = { description: 'The customer', schema: customerAnswerSchema };
const account = { description: 'The account', schema: virtualAccountAnswerSchema };

export const CREATE_CUSTOMER = operation({
  id: 'createCustomer',
  method: 'POST',
  path: '/api/v1/customers',
  tag: 'customers',
  summary: 'Create a customer',
  description:
    'Not needed before an order: an order with a `customer_reference` makes its customer by itself.',
  body: createCustomerSchema,
  example: { reference: 'shopper-1001' },
  answers: {
    201: { ...customer, description: 'The customer was made' },
    200: { ...customer, description: 'The customer of that reference, made before' },
  },
  refusals: [],
});

export const LIST_CUSTOMERS = operation({
  id: 'listCustomers',
  method: 'GET',
  path: '/api/v1/customers',
  tag: 'customers',
  summary: 'List customers',
  description: 'Newest first, page by page.',
  query: listCustomersQuerySchema,
  answers: { 200: { description: 'A page of customers', schema: customerListAnswerSchema } },
  refusals: [],
});

export const GET_CUSTOMER = operation({
  id: 'getCustomer',
  method: 'GET',
  path: '/api/v1/customers/{id}',
  tag: 'customers',
  summary: 'Get a customer',
  query: noQuerySchema,
  answers: { 200: customer },
  refusals: ['customer_not_found'],
});

export const OPEN_VIRTUAL_ACCOUNT = operation({
  id: 'openVirtualAccount',
  method: 'POST',
  path: '/api/v1/customers/{id}/virtual-account',
  tag: 'customers',
  summary: 'Open the virtual account of a customer',
  description:
    'A number of its own under our bank account: whatever is transferred to it tops up the customer’s balance with you. Takes a contract for balances.',
  body: openAccountSchema,
  example: {},
  answers: {
    201: { ...account, description: 'The number is new' },
    200: { ...account, description: 'The number that the customer has already' },
  },
  refusals: ['customer_not_found', 'balance_not_offered'],
});

export const GET_VIRTUAL_ACCOUNT = operation({
  id: 'getVirtualAccount',
  method: 'GET',
  path: '/api/v1/virtual-accounts/{number}',
  tag: 'customers',
  summary: 'Get a virtual account',
  query: noQuerySchema,
  answers: { 200: account },
  refusals: ['virtual_account_not_found'],
});

export const LIST_VIRTUAL_ACCOUNT_ENTRIES = operation({
  id: 'listVirtualAccountEntries',
  method: 'GET',
  path: '/api/v1/virtual-accounts/{number}/entries',
  tag: 'customers',
  summary: 'List what happened on a virtual account',
  description: 'Newest first, page by page, each with the balance that it left.',
  query: listEntriesQuerySchema,
  answers: { 200: { description: 'A page of entries', schema: entryListAnswerSchema } },
  refusals: ['virtual_account_not_found'],
});
