import * as agreements from './agreement-operations';
import * as balances from './balance-operations';
import * as customers from './customer-operations';
import * as migrations from './migration-operations';
import { type ApiMethod, type Operation, TAGS } from './operation';
import * as orders from './order-operations';
import * as paymentLinks from './payment-link-operations';
import * as refunds from './refund-operations';
import * as subscriptions from './subscription-operations';
import * as webhooks from './webhook-operations';
import * as withdrawals from './withdrawal-operations';

const METHODS: readonly ApiMethod[] = ['POST', 'GET', 'PATCH', 'DELETE'];

/** Every call of the merchant API, in the order of the reference. */
export const OPERATIONS: readonly Operation[] = [
  orders,
  refunds,
  agreements,
  migrations,
  subscriptions,
  paymentLinks,
  customers,
  balances,
  withdrawals,
  webhooks,
]
  .flatMap((resource) => Object.values(resource) as Operation[])
  .sort(
    (a, b) =>
      TAGS.indexOf(a.tag) - TAGS.indexOf(b.tag) ||
      a.path.length - b.path.length ||
      METHODS.indexOf(a.method) - METHODS.indexOf(b.method),
  );
