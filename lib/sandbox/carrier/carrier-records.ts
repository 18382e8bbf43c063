import type { Journal } from '../state/journal';
import type { Carrier } from './numbers';
import type { CarrierEvent, CarrierPayment, CarrierRefund } from './records';
import type { CarrierScript } from './schema';

/** The carriers' part of what the simulator keeps, with an index for every way in which it is asked. */
export class CarrierRecords {
  readonly #journal: Journal;
  readonly #payments = new Index<CarrierPayment>();
  readonly #refunds = new Index<CarrierRefund>();
  readonly #events = new Index<CarrierEvent>();

  constructor(journal: Journal) {
    this.#journal = journal;
    for (const payment of journal.list<CarrierPayment>('carrier-payment/')) {
      this.#indexPayment(payment);
    }
    for (const refund of journal.list<CarrierRefund>('carrier-refund/')) this.#indexRefund(refund);
    for (const event of journal.list<CarrierEvent>('carrier-event/')) this.#indexEvent(event);
  }

  savePayment(payment: CarrierPayment): CarrierPayment {
    this.#journal.put(`carrier-payment/${payment.id}`, payment);
    this.#indexPayment(payment);
    return payment;
  }

  findPayment(id: string): CarrierPayment | undefined {
    return this.#payments.get(id);
  }

  findPaymentByCorrelator(carrier: Carrier, correlator: string): CarrierPayment | undefined {
    return this.#payments.group(`correlator/${carrier}/${correlator}`)[0];
  }

  /** By the unguessable number of its page. */
  findPaymentByPage(wapId: string): CarrierPayment | undefined {
    return this.#payments.group(`wap/${wapId}`)[0];
  }

  /** Oldest first. */
  listPaymentsAt(carrier: Carrier): CarrierPayment[] {
    return this.#payments.group(`carrier/${carrier}`);
  }

  /** Of a phone (11 digits), oldest first. */
  listPaymentsFrom(phone: string): CarrierPayment[] {
    return this.#payments.group(`phone/${phone}`);
  }

  /** Oldest first. */
  listPayments(): CarrierPayment[] {
    return this.#journal.list<CarrierPayment>('carrier-payment/');
  }

  saveRefund(refund: CarrierRefund): CarrierRefund {
    this.#journal.put(`carrier-refund/${refund.id}`, refund);
    this.#indexRefund(refund);
    return refund;
  }

  findRefund(id: string): CarrierRefund | undefined {
    return this.#refunds.get(id);
  }

  findRefundByCorrelator(carrier: Carrier, correlator: string): CarrierRefund | undefined {
    return this.#refunds.group(`correlator/${carrier}/${correlator}`)[0];
  }

  /** Oldest first. */
  listRefundsOf(paymentId: string): CarrierRefund[] {
    return this.#refunds.group(`payment/${paymentId}`);
  }

  saveEvent(event: CarrierEvent): CarrierEvent {
    this.#journal.put(`carrier-event/${event.id}`, event);
    this.#indexEvent(event);
    return event;
  }

  findEvent(id: string): CarrierEvent | undefined {
    return this.#events.get(id);
  }

  listEventsOf(paymentId: string): CarrierEvent[] {
    return this.#events.group(`payment/${paymentId}`);
  }

  /** What has something to do by the clock. */
  listDue() {
    return {
      payments: this.#payments.listDue(),
      refunds: this.#refunds.listDue(),
      events: this.#events.listDue(),
    };
  }

  saveScript(script: CarrierScript): CarrierScript {
    this.#journal.put(`carrier-script/${script.id}`, script);
    return script;
  }

  removeScript(id: number): void {
    this.#journal.remove(`carrier-script/${id}`);
  }

  listScripts(): CarrierScript[] {
    return this.#journal.list<CarrierScript>('carrier-script/');
  }

  /** How often this phone was told that its credit is not enough. */
  countDenial(phone: string): number {
    const key = `carrier-denials/${phone}`;
    const count = (this.#journal.get<number>(key) ?? 0) + 1;
    this.#journal.put(key, count);
    return count;
  }

  /** Access tokens from before this are good for nothing. */
  revokeTokens(nowMs: number): void {
    this.#journal.put('carrier-token/revoked', nowMs);
  }

  tokensRevokedAtMs(): number {
    return this.#journal.get<number>('carrier-token/revoked') ?? 0;
  }

  /** The indexes, when the journal has forgotten everything. */
  forgetAll(): void {
    for (const index of [this.#payments, this.#refunds, this.#events]) index.clear();
  }

  #indexPayment(payment: CarrierPayment): void {
    const { carrier, phone, request, validation } = payment;
    const names = [`carrier/${carrier}`, `phone/${phone}`];
    const { clientCorrelator } = request;
    if (clientCorrelator) names.push(`correlator/${carrier}/${clientCorrelator}`);
    if (validation?.action === 'open') names.push(`wap/${validation.wapId}`);
    this.#payments.put(payment, names, payment.resultDueAtMs !== undefined);
  }

  #indexRefund(refund: CarrierRefund): void {
    const correlator = refund.request.amountTransaction.clientCorrelator;
    const names = [`payment/${refund.paymentId}`];
    if (correlator) names.push(`correlator/${refund.carrier}/${correlator}`);
    this.#refunds.put(refund, names, refund.resultDueAtMs !== undefined);
  }

  #indexEvent(event: CarrierEvent): void {
    this.#events.put(event, [`payment/${event.paymentId}`], event.dueAtMs !== undefined);
  }
}

/** Records by their id, by names that several may share, and those that wait for their time. */
class Index<T extends { id: string }> {
  readonly #byId = new Map<string, T>();
  readonly #idsByName = new Map<string, Set<string>>();
  readonly #due = new Set<string>();

  put(record: T, names: readonly string[], isDue: boolean): void {
    this.#byId.set(record.id, record);
    for (const name of names) {
      const ids = this.#idsByName.get(name) ?? new Set();
      this.#idsByName.set(name, ids.add(record.id));
    }
    if (isDue) this.#due.add(record.id);
    else this.#due.delete(record.id);
  }

  get(id: string): T | undefined {
    return this.#byId.get(id);
  }

  group(name: string): T[] {
    return this.#all(this.#idsByName.get(name) ?? []);
  }

  listDue(): T[] {
    return this.#all(this.#due);
  }

  clear(): void {
    for (const map of [this.#byId, this.#idsByName, this.#due]) map.clear();
  }

  #all(ids: Iterable<string>): T[] {
    return [...ids].flatMap((id) => this.#byId.get(id) ?? []);
  }
}
