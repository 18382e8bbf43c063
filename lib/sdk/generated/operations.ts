// Made from the OpenAPI document by `npm run sdk`; a test compares the two.

import type { Call, CallOptions } from '../call';

export interface Agreement {
  id: string;
  state: "signing" | "active" | "failed" | "ended";
  bank: {
    code: string;
    name: string;
    name_en: string;
  };
  card_type: "debit" | "credit";
  /** The last four digits */
  card_tail: string;
  /** Whole fen that one payment can take at most */
  single_limit: number;
  /** Whole fen that one day can take at most */
  daily_limit: number;
  signed_at: string | null;
  ended_at: string | null;
}

export interface AgreementList {
  agreements: Array<ListedAgreement>;
  /** The `starting_after` of the following page; null at the end */
  next: string | null;
}

export interface AgreementMigration {
  id: string;
  state: "receiving" | "ready" | "running" | "done" | "cancelled";
  rows: number;
  signed: number;
  rejected: number;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
}

export interface Balance {
  currency: "CNY";
  state: "active" | "frozen" | "closed";
  /** Settled: available and held together */
  balance: number;
  /** What can be withdrawn */
  available: number;
  /** What withdrawals under way hold */
  held: number;
  /** Paid and not settled yet */
  pending: number;
  /** Came after its order had ended */
  late: number;
  /** Taken for refunds that have not arrived */
  refunds_under_way: number;
  /** Refunds that wait for your money */
  refunds_queued: number;
}

export interface Charge {
  order: OrderTerms;
  payment: {
    /** pending: not decided; a webhook tells when it is */
    state: "paid" | "pending" | "failed";
    channel: "balance" | "unionpay" | "netsunion" | "carrier" | null;
    /** The kind of card, where the channel told it */
    card_type: "debit" | "credit" | "semi_credit" | "debit_credit" | "prepaid" | "unknown" | null;
    failure_reason: string | null;
  };
}

export interface Customer {
  id: string;
  /** Your own name for the shopper; null where you gave none */
  reference: string | null;
  /** Somebody has proved by a code to be this customer */
  claimed: boolean;
  created_at: string;
}

export interface CustomerList {
  customers: Array<Customer>;
  /** The `starting_after` of the following page; null at the end */
  next: string | null;
}

export interface Entry {
  id: string;
  /** What happened: `transfer_in`, `balance_payment`, … */
  event: string;
  title: {
    zh: string;
    en: string;
  };
  direction: "in" | "out";
  /** Whole fen */
  amount: number;
  /** Whole fen */
  balance_after: number;
  /** The order, refund or transfer that it belongs to */
  reference: string;
  /** The accounting day in Beijing */
  day: string;
  posted_at: string;
}

export interface EntryList {
  entries: Array<Entry>;
  /** The `starting_after` of the following page; null at the end */
  next: string | null;
}

export interface Event {
  /** Also the `webhook-id` */
  id: string;
  type: string;
  timestamp: string;
  /** What `sequence` is counted under */
  object_id: string;
  sequence: number;
  /** As it is sent; null for a moment, while it is being written */
  data: Record<string, unknown> | null;
}

export interface EventList {
  events: Array<Event>;
  /** The `starting_after` of the following page; null at the end */
  next: string | null;
}

export interface ListedAgreement {
  id: string;
  state: "signing" | "active" | "failed" | "ended";
  bank: {
    code: string;
    name: string;
    name_en: string;
  };
  card_type: "debit" | "credit";
  /** The last four digits */
  card_tail: string;
  /** Whole fen that one payment can take at most */
  single_limit: number;
  /** Whole fen that one day can take at most */
  daily_limit: number;
  signed_at: string | null;
  ended_at: string | null;
  /** Your own name for the shopper; null where you gave none */
  customer_reference: string | null;
}

export interface Order {
  id: string;
  merchant_order_no: string;
  /** Whole fen */
  amount: number;
  currency: "CNY";
  subject: string;
  goods: "digital" | "physical";
  subscription: {
    period: "natural_month" | "rolling_30" | "rolling_31";
  } | null;
  state: "open" | "paid" | "expired" | "closed";
  /** Send the shopper here */
  pay_url: string;
  return_url: string | null;
  customer_reference: string | null;
  metadata: Record<string, string>;
  expires_at: string;
  paid_at: string | null;
  created_at: string;
  /** What paid it; null until then */
  payment: {
    method: "balance" | "quickpass" | "card" | "carrier";
    channel: "balance" | "unionpay" | "netsunion" | "carrier";
    /** The kind of card, where the channel told it */
    card_type: "debit" | "credit" | "semi_credit" | "debit_credit" | "prepaid" | "unknown" | null;
    /** What a balance paid of it, where that was a part */
    balance_amount?: number;
  } | null;
  /** Whole fen that have gone back */
  refunded: number;
}

export interface OrderList {
  orders: Array<Order>;
  /** The `starting_after` of the following page; null at the end */
  next: string | null;
}

export interface OrderRefunds {
  refunds: Array<Refund>;
}

export interface OrderTerms {
  id: string;
  merchant_order_no: string;
  /** Whole fen */
  amount: number;
  currency: "CNY";
  subject: string;
  goods: "digital" | "physical";
  subscription: {
    period: "natural_month" | "rolling_30" | "rolling_31";
  } | null;
  state: "open" | "paid" | "expired" | "closed";
  /** Send the shopper here */
  pay_url: string;
  return_url: string | null;
  customer_reference: string | null;
  metadata: Record<string, string>;
  expires_at: string;
  paid_at: string | null;
  created_at: string;
}

export interface PaymentLink {
  id: string;
  /** What a shopper opens or scans */
  url: string;
  active: boolean;
  subject: string;
  goods: "digital" | "physical";
  currency: "CNY";
  /** The fixed amount; null where the shopper types one */
  amount: number | null;
  /** Whole fen */
  amount_min: number;
  /** Whole fen */
  amount_max: number;
  max_uses: number | null;
  /** Orders of it that are paid, and that are open until they expire */
  uses: {
    paid: number;
    open: number;
  };
  return_url: string | null;
  expires_at: string | null;
  created_at: string;
}

export interface Refund {
  id: string;
  order_id: string;
  merchant_refund_no: string | null;
  /** Whole fen */
  amount: number;
  currency: "CNY";
  state: "requested" | "processing" | "succeeded" | "failed" | "declined";
  /** Of a refund that is processing: what it waits for */
  progress?: "queued" | "diverted" | "unclaimed";
  reason: string | null;
  failure_reason: string | null;
  decline_reason?: string;
  requested_at: string;
  /** What has reached the shopper; only where there are parts */
  refunded?: number;
  /** Only where it goes back in more than one part */
  parts?: Array<{
    to: "balance" | "payment_method" | "other_account";
    /** Whole fen */
    amount: number;
    state: "requested" | "processing" | "succeeded" | "failed" | "declined";
    /** Of a refund that is processing: what it waits for */
    progress?: "queued" | "diverted" | "unclaimed";
  }>;
}

export interface RefundList {
  refunds: Array<Refund>;
  /** The `starting_after` of the following page; null at the end */
  next: string | null;
}

export interface Statement {
  month: string;
  from: string;
  to: string;
  currency: "CNY";
  /** The month is over and closed: nothing of it changes any more */
  final: boolean;
  /** What was taken as our fee, less what was given back of it */
  fee: number;
  accounts: Array<{
    account: "balance" | "pending" | "late";
    /** Whole fen */
    opening: number;
    /** Whole fen */
    in: number;
    /** Whole fen */
    out: number;
    /** opening + in − out */
    closing: number;
    kinds: Array<{
      event: string;
      title: {
        zh: string;
        en: string;
      };
      count: number;
      /** Whole fen */
      in: number;
      /** Whole fen */
      out: number;
    }>;
  }>;
}

export interface StatementEntries {
  entries: Array<Entry>;
  /** The `starting_after` of the following page; null at the end */
  next: string | null;
}

export interface StatementMonths {
  /** Newest first */
  months: Array<string>;
}

export interface Subscription {
  id: string;
  /** The order that began it */
  order_id: string;
  period: "natural_month" | "rolling_30" | "rolling_31";
  /** Whole fen charged every period */
  amount: number;
  currency: "CNY";
  subject: string;
  state: "active" | "past_due" | "cancelled" | "ended";
  /** Masked but for its ends */
  phone: string;
  customer_reference: string | null;
  paid_terms: number;
  /** A day in Beijing */
  paid_through: string;
  next_charge_on: string | null;
  cancelled_at: string | null;
  ended_at: string | null;
  created_at: string;
}

export interface SubscriptionList {
  subscriptions: Array<Subscription>;
  /** The `starting_after` of the following page; null at the end */
  next: string | null;
}

export interface VirtualAccount {
  /** 16 digits; transfers from any bank to it are booked here */
  number: string;
  customer_id: string;
  currency: "CNY";
  state: "active" | "frozen" | "closed";
  /** Whole fen */
  balance: number;
  /** What of the balance is set aside */
  held: number;
  /** Whole fen */
  available: number;
}

export interface WebhookEndpoint {
  id: string;
  url: string;
  /** Empty: everything */
  topics: Array<"order.paid" | "order.expired" | "order.closed" | "refund.requested" | "refund.succeeded" | "refund.failed" | "refund.declined" | "payout.succeeded" | "payout.failed" | "payout.returned" | "agreement.signed" | "agreement.unbound" | "subscription.created" | "subscription.renewal_upcoming" | "subscription.renewed" | "subscription.renewal_failed" | "subscription.cancelled" | "subscription.ended" | "endpoint.disabled" | "endpoint.enabled" | "test.ping">;
  enabled: boolean;
  /** gone: it answered 410; failing: nothing arrived for days */
  disabled_reason: "merchant" | "gone" | "failing" | null;
  /** Nothing has arrived since then */
  failing_since: string | null;
  /** It asked (429, Retry-After) to be left alone */
  paused_until: string | null;
  /** When one that is failing is tried again */
  next_probe_at: string | null;
  /** Until when events are signed with the former secret, too */
  former_secret_until: string | null;
  created_at: string;
}

export interface WebhookEndpointList {
  webhook_endpoints: Array<WebhookEndpoint>;
}

export interface WebhookEndpointRemoved {
  id: string;
  removed: true;
}

export interface WebhookEndpointTested {
  event_id: string;
  delivery_id: string;
}

export interface WebhookEndpointWithSecret {
  id: string;
  url: string;
  /** Empty: everything */
  topics: Array<"order.paid" | "order.expired" | "order.closed" | "refund.requested" | "refund.succeeded" | "refund.failed" | "refund.declined" | "payout.succeeded" | "payout.failed" | "payout.returned" | "agreement.signed" | "agreement.unbound" | "subscription.created" | "subscription.renewal_upcoming" | "subscription.renewed" | "subscription.renewal_failed" | "subscription.cancelled" | "subscription.ended" | "endpoint.disabled" | "endpoint.enabled" | "test.ping">;
  enabled: boolean;
  /** gone: it answered 410; failing: nothing arrived for days */
  disabled_reason: "merchant" | "gone" | "failing" | null;
  /** Nothing has arrived since then */
  failing_since: string | null;
  /** It asked (429, Retry-After) to be left alone */
  paused_until: string | null;
  /** When one that is failing is tried again */
  next_probe_at: string | null;
  /** Until when events are signed with the former secret, too */
  former_secret_until: string | null;
  created_at: string;
  /** Shown this once */
  secret: string;
}

export interface Withdrawal {
  /** The `payout_id` of its webhooks */
  id: string;
  /** Whole fen */
  amount: number;
  currency: "CNY";
  /** returned: the bank sent it back after it had arrived */
  state: "processing" | "succeeded" | "failed" | "returned";
  failure_reason: string | null;
  /** Where it goes, masked */
  account: string;
  bank: string;
  requested_at: string;
  finished_at: string | null;
}

export interface WithdrawalList {
  withdrawals: Array<Withdrawal>;
  /** The `starting_after` of the following page; null at the end */
  next: string | null;
}

export interface Problem {
  /** Ends with the code */
  type: string;
  /** For people, in English or Chinese by Accept-Language */
  title: string;
  status: number;
  instance: string;
  /** For programs: it stays the same */
  code: string;
  /** What the code means and what helps */
  doc_url: string;
  request_id: string;
  /** The fields at fault */
  errors?: Array<{
    path: string;
    problem: string;
  }>;
}

export interface ListAgreementsQuery {
  /** The `next` of the page before */
  starting_after?: string | number;
  /** How many at most, 1 to 100; 20 if left out */
  limit?: number;
  customer_reference?: string | number;
  /** `active` if left out */
  state?: "active" | "ended";
}

export interface ChargeAgreementBody {
  /** Your own number, once for ever */
  merchant_order_no: string;
  /** Whole fen */
  amount: number;
  currency: "CNY";
  /** What the shopper reads that it is for */
  subject: string;
  goods: "digital" | "physical";
  /** Your own name for the shopper */
  customer_reference?: string;
  metadata?: Record<string, string>;
}

export interface ListCustomersQuery {
  /** The `next` of the page before */
  starting_after?: string | number;
  /** How many at most, 1 to 100; 20 if left out */
  limit?: number;
  reference?: string | number;
}

export interface CreateCustomerBody {
  /** Your own name for the shopper */
  reference: string;
}

export interface ListEventsQuery {
  /** The `next` of the page before */
  starting_after?: string | number;
  /** How many at most, 1 to 100; 20 if left out */
  limit?: number;
  type?: "order.paid" | "order.expired" | "order.closed" | "refund.requested" | "refund.succeeded" | "refund.failed" | "refund.declined" | "payout.succeeded" | "payout.failed" | "payout.returned" | "agreement.signed" | "agreement.unbound" | "subscription.created" | "subscription.renewal_upcoming" | "subscription.renewed" | "subscription.renewal_failed" | "subscription.cancelled" | "subscription.ended" | "endpoint.disabled" | "endpoint.enabled" | "test.ping";
  /** The order, or the object itself where there is no order */
  object_id?: string | number;
  /** This moment and later */
  created_from?: string | number;
  /** Earlier than this moment */
  created_to?: string | number;
}

export interface ListOrdersQuery {
  /** The one order of this number */
  merchant_order_no?: string | number;
  state?: "open" | "paid" | "expired" | "closed";
  customer_reference?: string | number;
  /** This moment and later */
  created_from?: string | number;
  /** Earlier than this moment */
  created_to?: string | number;
  /** The `next` of the page before */
  starting_after?: string | number;
  /** How many at most, 1 to 100; 20 if left out */
  limit?: number;
}

export interface CreateOrderBody {
  /** Your own number, once for ever */
  merchant_order_no: string;
  /** Whole fen */
  amount: number;
  currency: "CNY";
  /** What the shopper reads that it is for */
  subject: string;
  goods: "digital" | "physical";
  /** Seconds from now, 60 to 2592000; 1800 if left out */
  expires_in?: number;
  /** Where the shopper goes back to: of an origin on your allow-list */
  return_url?: string;
  /** Your own name for the shopper */
  customer_reference?: string;
  /** Kept encrypted; the shopper finds the receipt by its last digits */
  payer_phone?: string;
  subscription?: {
    period: "natural_month" | "rolling_30" | "rolling_31";
  };
  metadata?: Record<string, string>;
}

export interface CreateRefundBody {
  merchant_refund_no: string;
  amount: number;
  reason?: string;
}

export interface ListPaymentLinksQuery {
  /** The `next` of the page before */
  starting_after?: string | number;
  /** How many at most, 1 to 100; 20 if left out */
  limit?: number;
  /** Only those that are in use, or only those that are stopped */
  active?: "true" | "false";
}

export interface ListPaymentLinksAnswer {
  payment_links: Array<PaymentLink>;
  /** The `starting_after` of the following page; null at the end */
  next: string | null;
}

export interface CreatePaymentLinkBody {
  subject: string;
  goods: "digital" | "physical";
  currency: "CNY";
  amount?: number;
  amount_min?: number;
  amount_max?: number;
  max_uses?: number;
  expires_in?: number;
  return_url?: string;
}

export interface UpdatePaymentLinkBody {
  active: boolean;
}

export interface ListRefundsQuery {
  /** The `next` of the page before */
  starting_after?: string | number;
  /** How many at most, 1 to 100; 20 if left out */
  limit?: number;
  order_id?: string | number;
  merchant_refund_no?: string | number;
  /** This moment and later */
  requested_from?: string | number;
  /** Earlier than this moment */
  requested_to?: string | number;
}

export interface DeclineRefundBody {
  reason: string;
}

export interface ListStatementEntriesQuery {
  /** `balance` if left out */
  account?: "balance" | "pending" | "late";
  /** The first accounting day, in Beijing */
  from?: string | number;
  /** The last accounting day */
  to?: string | number;
  /** The `next` of the page before */
  starting_after?: string | number;
  /** How many at most, 1 to 100; 20 if left out */
  limit?: number;
}

export interface ListSubscriptionsQuery {
  /** The `next` of the page before */
  starting_after?: string | number;
  /** How many at most, 1 to 100; 20 if left out */
  limit?: number;
  state?: "active" | "past_due" | "cancelled" | "ended";
  customer_reference?: string | number;
}

export interface ListVirtualAccountEntriesQuery {
  /** How many at most, 1 to 100; 20 if left out */
  limit?: number;
  /** The `next` of the page before */
  starting_after?: string | number;
}

export interface CreateWebhookEndpointBody {
  /** Where events are posted to; `https` in live mode */
  url: string;
  /** What it is told about; empty: everything */
  topics?: Array<"order.paid" | "order.expired" | "order.closed" | "refund.requested" | "refund.succeeded" | "refund.failed" | "refund.declined" | "payout.succeeded" | "payout.failed" | "payout.returned" | "agreement.signed" | "agreement.unbound" | "subscription.created" | "subscription.renewal_upcoming" | "subscription.renewed" | "subscription.renewal_failed" | "subscription.cancelled" | "subscription.ended" | "endpoint.disabled" | "endpoint.enabled" | "test.ping">;
}

export interface UpdateWebhookEndpointBody {
  /** Where events are posted to; `https` in live mode */
  url?: string;
  /** What it is told about; empty: everything */
  topics?: Array<"order.paid" | "order.expired" | "order.closed" | "refund.requested" | "refund.succeeded" | "refund.failed" | "refund.declined" | "payout.succeeded" | "payout.failed" | "payout.returned" | "agreement.signed" | "agreement.unbound" | "subscription.created" | "subscription.renewal_upcoming" | "subscription.renewed" | "subscription.renewal_failed" | "subscription.cancelled" | "subscription.ended" | "endpoint.disabled" | "endpoint.enabled" | "test.ping">;
  /** `false`: nothing is sent there */
  enabled?: boolean;
}

export interface RotateWebhookSecretBody {
  /** `true`: it has leaked; nothing more is signed with the former one */
  at_once?: boolean;
}

export interface ListWithdrawalsQuery {
  /** The `next` of the page before */
  starting_after?: string | number;
  /** How many at most, 1 to 100; 20 if left out */
  limit?: number;
}

export interface CreateWithdrawalBody {
  amount: number;
}

export abstract class Operations {
  protected abstract call<Answer>(call: Call): Promise<Answer>;

  /** Upload existing customers. POST /api/v1/agreement-migrations */
  createAgreementMigration(body: string, options?: CallOptions): Promise<AgreementMigration> {
    return this.call({ method: 'POST', path: '/api/v1/agreement-migrations', body, options });
  }

  /** Get a migration. GET /api/v1/agreement-migrations/{id} */
  getAgreementMigration(id: string, options?: CallOptions): Promise<AgreementMigration> {
    return this.call({ method: 'GET', path: `/api/v1/agreement-migrations/${encodeURIComponent(id)}`, options });
  }

  /** Download the agreements of a migration. GET /api/v1/agreement-migrations/{id}/agreements.csv */
  getMigratedAgreements(id: string, options?: CallOptions): Promise<string> {
    return this.call({ method: 'GET', path: `/api/v1/agreement-migrations/${encodeURIComponent(id)}/agreements.csv`, options });
  }

  /** Download the rejects of a migration. GET /api/v1/agreement-migrations/{id}/rejects.csv */
  getMigrationRejects(id: string, options?: CallOptions): Promise<string> {
    return this.call({ method: 'GET', path: `/api/v1/agreement-migrations/${encodeURIComponent(id)}/rejects.csv`, options });
  }

  /** List bound cards. GET /api/v1/agreements */
  listAgreements(query: ListAgreementsQuery = {}, options?: CallOptions): Promise<AgreementList> {
    return this.call({ method: 'GET', path: '/api/v1/agreements', query, options });
  }

  /** Get a bound card. GET /api/v1/agreements/{id} */
  getAgreement(id: string, options?: CallOptions): Promise<Agreement> {
    return this.call({ method: 'GET', path: `/api/v1/agreements/${encodeURIComponent(id)}`, options });
  }

  /** Unbind a card. DELETE /api/v1/agreements/{id} */
  endAgreement(id: string, options?: CallOptions): Promise<Agreement> {
    return this.call({ method: 'DELETE', path: `/api/v1/agreements/${encodeURIComponent(id)}`, options });
  }

  /** Charge a bound card. POST /api/v1/agreements/{id}/payments */
  chargeAgreement(id: string, body: ChargeAgreementBody, options?: CallOptions): Promise<Charge> {
    return this.call({ method: 'POST', path: `/api/v1/agreements/${encodeURIComponent(id)}/payments`, body, options });
  }

  /** Get the balance. GET /api/v1/balance */
  getBalance(options?: CallOptions): Promise<Balance> {
    return this.call({ method: 'GET', path: '/api/v1/balance', options });
  }

  /** List customers. GET /api/v1/customers */
  listCustomers(query: ListCustomersQuery = {}, options?: CallOptions): Promise<CustomerList> {
    return this.call({ method: 'GET', path: '/api/v1/customers', query, options });
  }

  /** Create a customer. POST /api/v1/customers */
  createCustomer(body: CreateCustomerBody, options?: CallOptions): Promise<Customer> {
    return this.call({ method: 'POST', path: '/api/v1/customers', body, options });
  }

  /** Get a customer. GET /api/v1/customers/{id} */
  getCustomer(id: string, options?: CallOptions): Promise<Customer> {
    return this.call({ method: 'GET', path: `/api/v1/customers/${encodeURIComponent(id)}`, options });
  }

  /** Open the virtual account of a customer. POST /api/v1/customers/{id}/virtual-account */
  openVirtualAccount(id: string, body: Record<string, never> = {}, options?: CallOptions): Promise<VirtualAccount> {
    return this.call({ method: 'POST', path: `/api/v1/customers/${encodeURIComponent(id)}/virtual-account`, body, options });
  }

  /** List events. GET /api/v1/events */
  listEvents(query: ListEventsQuery = {}, options?: CallOptions): Promise<EventList> {
    return this.call({ method: 'GET', path: '/api/v1/events', query, options });
  }

  /** Get an event. GET /api/v1/events/{id} */
  getEvent(id: string, options?: CallOptions): Promise<Event> {
    return this.call({ method: 'GET', path: `/api/v1/events/${encodeURIComponent(id)}`, options });
  }

  /** List orders. GET /api/v1/orders */
  listOrders(query: ListOrdersQuery = {}, options?: CallOptions): Promise<OrderList> {
    return this.call({ method: 'GET', path: '/api/v1/orders', query, options });
  }

  /** Create an order. POST /api/v1/orders */
  createOrder(body: CreateOrderBody, options?: CallOptions): Promise<Order> {
    return this.call({ method: 'POST', path: '/api/v1/orders', body, options });
  }

  /** Get an order. GET /api/v1/orders/{id} */
  getOrder(id: string, options?: CallOptions): Promise<Order> {
    return this.call({ method: 'GET', path: `/api/v1/orders/${encodeURIComponent(id)}`, options });
  }

  /** Close an order. POST /api/v1/orders/{id}/close */
  closeOrder(id: string, body: Record<string, never> = {}, options?: CallOptions): Promise<Order> {
    return this.call({ method: 'POST', path: `/api/v1/orders/${encodeURIComponent(id)}/close`, body, options });
  }

  /** List the refunds of an order. GET /api/v1/orders/{id}/refunds */
  listOrderRefunds(id: string, options?: CallOptions): Promise<OrderRefunds> {
    return this.call({ method: 'GET', path: `/api/v1/orders/${encodeURIComponent(id)}/refunds`, options });
  }

  /** Refund an order, or a part of it. POST /api/v1/orders/{id}/refunds */
  createRefund(id: string, body: CreateRefundBody, options?: CallOptions): Promise<Refund> {
    return this.call({ method: 'POST', path: `/api/v1/orders/${encodeURIComponent(id)}/refunds`, body, options });
  }

  /** Get a refund of an order. GET /api/v1/orders/{id}/refunds/{refund} */
  getOrderRefund(id: string, refund: string, options?: CallOptions): Promise<Refund> {
    return this.call({ method: 'GET', path: `/api/v1/orders/${encodeURIComponent(id)}/refunds/${encodeURIComponent(refund)}`, options });
  }

  /** List payment links. GET /api/v1/payment-links */
  listPaymentLinks(query: ListPaymentLinksQuery = {}, options?: CallOptions): Promise<ListPaymentLinksAnswer> {
    return this.call({ method: 'GET', path: '/api/v1/payment-links', query, options });
  }

  /** Create a payment link. POST /api/v1/payment-links */
  createPaymentLink(body: CreatePaymentLinkBody, options?: CallOptions): Promise<PaymentLink> {
    return this.call({ method: 'POST', path: '/api/v1/payment-links', body, options });
  }

  /** Get a payment link. GET /api/v1/payment-links/{id} */
  getPaymentLink(id: string, options?: CallOptions): Promise<PaymentLink> {
    return this.call({ method: 'GET', path: `/api/v1/payment-links/${encodeURIComponent(id)}`, options });
  }

  /** Stop or start a payment link. POST /api/v1/payment-links/{id} */
  updatePaymentLink(id: string, body: UpdatePaymentLinkBody, options?: CallOptions): Promise<PaymentLink> {
    return this.call({ method: 'POST', path: `/api/v1/payment-links/${encodeURIComponent(id)}`, body, options });
  }

  /** List refunds. GET /api/v1/refunds */
  listRefunds(query: ListRefundsQuery = {}, options?: CallOptions): Promise<RefundList> {
    return this.call({ method: 'GET', path: '/api/v1/refunds', query, options });
  }

  /** Get a refund. GET /api/v1/refunds/{id} */
  getRefund(id: string, options?: CallOptions): Promise<Refund> {
    return this.call({ method: 'GET', path: `/api/v1/refunds/${encodeURIComponent(id)}`, options });
  }

  /** Approve what a shopper asks for. POST /api/v1/refunds/{id}/approve */
  approveRefund(id: string, body: Record<string, never> = {}, options?: CallOptions): Promise<Refund> {
    return this.call({ method: 'POST', path: `/api/v1/refunds/${encodeURIComponent(id)}/approve`, body, options });
  }

  /** Decline what a shopper asks for. POST /api/v1/refunds/{id}/decline */
  declineRefund(id: string, body: DeclineRefundBody, options?: CallOptions): Promise<Refund> {
    return this.call({ method: 'POST', path: `/api/v1/refunds/${encodeURIComponent(id)}/decline`, body, options });
  }

  /** List the months with a statement. GET /api/v1/statements */
  listStatements(options?: CallOptions): Promise<StatementMonths> {
    return this.call({ method: 'GET', path: '/api/v1/statements', options });
  }

  /** List what moved on an account. GET /api/v1/statements/entries */
  listStatementEntries(query: ListStatementEntriesQuery = {}, options?: CallOptions): Promise<StatementEntries> {
    return this.call({ method: 'GET', path: '/api/v1/statements/entries', query, options });
  }

  /** Get the statement of a month. GET /api/v1/statements/{month} */
  getStatement(month: string, options?: CallOptions): Promise<Statement> {
    return this.call({ method: 'GET', path: `/api/v1/statements/${encodeURIComponent(month)}`, options });
  }

  /** Download every line of a month. GET /api/v1/statements/{month}/lines.csv */
  downloadStatement(month: string, options?: CallOptions): Promise<string> {
    return this.call({ method: 'GET', path: `/api/v1/statements/${encodeURIComponent(month)}/lines.csv`, options });
  }

  /** List subscriptions. GET /api/v1/subscriptions */
  listSubscriptions(query: ListSubscriptionsQuery = {}, options?: CallOptions): Promise<SubscriptionList> {
    return this.call({ method: 'GET', path: '/api/v1/subscriptions', query, options });
  }

  /** Get a subscription. GET /api/v1/subscriptions/{id} */
  getSubscription(id: string, options?: CallOptions): Promise<Subscription> {
    return this.call({ method: 'GET', path: `/api/v1/subscriptions/${encodeURIComponent(id)}`, options });
  }

  /** Cancel a subscription. POST /api/v1/subscriptions/{id}/cancel */
  cancelSubscription(id: string, body: Record<string, never> = {}, options?: CallOptions): Promise<Subscription> {
    return this.call({ method: 'POST', path: `/api/v1/subscriptions/${encodeURIComponent(id)}/cancel`, body, options });
  }

  /** Get a virtual account. GET /api/v1/virtual-accounts/{number} */
  getVirtualAccount(number: string, options?: CallOptions): Promise<VirtualAccount> {
    return this.call({ method: 'GET', path: `/api/v1/virtual-accounts/${encodeURIComponent(number)}`, options });
  }

  /** List what happened on a virtual account. GET /api/v1/virtual-accounts/{number}/entries */
  listVirtualAccountEntries(number: string, query: ListVirtualAccountEntriesQuery = {}, options?: CallOptions): Promise<EntryList> {
    return this.call({ method: 'GET', path: `/api/v1/virtual-accounts/${encodeURIComponent(number)}/entries`, query, options });
  }

  /** List webhook endpoints. GET /api/v1/webhook-endpoints */
  listWebhookEndpoints(options?: CallOptions): Promise<WebhookEndpointList> {
    return this.call({ method: 'GET', path: '/api/v1/webhook-endpoints', options });
  }

  /** Add a webhook endpoint. POST /api/v1/webhook-endpoints */
  createWebhookEndpoint(body: CreateWebhookEndpointBody, options?: CallOptions): Promise<WebhookEndpointWithSecret> {
    return this.call({ method: 'POST', path: '/api/v1/webhook-endpoints', body, options });
  }

  /** Get a webhook endpoint. GET /api/v1/webhook-endpoints/{id} */
  getWebhookEndpoint(id: string, options?: CallOptions): Promise<WebhookEndpoint> {
    return this.call({ method: 'GET', path: `/api/v1/webhook-endpoints/${encodeURIComponent(id)}`, options });
  }

  /** Change a webhook endpoint. POST /api/v1/webhook-endpoints/{id} */
  updateWebhookEndpoint(id: string, body: UpdateWebhookEndpointBody, options?: CallOptions): Promise<WebhookEndpoint> {
    return this.call({ method: 'POST', path: `/api/v1/webhook-endpoints/${encodeURIComponent(id)}`, body, options });
  }

  /** Remove a webhook endpoint. DELETE /api/v1/webhook-endpoints/{id} */
  removeWebhookEndpoint(id: string, options?: CallOptions): Promise<WebhookEndpointRemoved> {
    return this.call({ method: 'DELETE', path: `/api/v1/webhook-endpoints/${encodeURIComponent(id)}`, options });
  }

  /** Replace the secret of a webhook endpoint. POST /api/v1/webhook-endpoints/{id}/rotate-secret */
  rotateWebhookSecret(id: string, body: RotateWebhookSecretBody, options?: CallOptions): Promise<WebhookEndpointWithSecret> {
    return this.call({ method: 'POST', path: `/api/v1/webhook-endpoints/${encodeURIComponent(id)}/rotate-secret`, body, options });
  }

  /** Send a test event. POST /api/v1/webhook-endpoints/{id}/test */
  testWebhookEndpoint(id: string, body: Record<string, never> = {}, options?: CallOptions): Promise<WebhookEndpointTested> {
    return this.call({ method: 'POST', path: `/api/v1/webhook-endpoints/${encodeURIComponent(id)}/test`, body, options });
  }

  /** List withdrawals. GET /api/v1/withdrawals */
  listWithdrawals(query: ListWithdrawalsQuery = {}, options?: CallOptions): Promise<WithdrawalList> {
    return this.call({ method: 'GET', path: '/api/v1/withdrawals', query, options });
  }

  /** Withdraw available money. POST /api/v1/withdrawals */
  createWithdrawal(body: CreateWithdrawalBody, options?: CallOptions): Promise<Withdrawal> {
    return this.call({ method: 'POST', path: '/api/v1/withdrawals', body, options });
  }

  /** Get a withdrawal. GET /api/v1/withdrawals/{id} */
  getWithdrawal(id: string, options?: CallOptions): Promise<Withdrawal> {
    return this.call({ method: 'GET', path: `/api/v1/withdrawals/${encodeURIComponent(id)}`, options });
  }
}

