import { join } from 'node:path';
import type { Movement, Payout } from '../bank/records';
import type { BankScript } from '../bank/schema';
import type { Script } from '../behaviour/schema';
import { Journal } from './journal';
import type { OrderRecord, TextMessage } from './records';

/** Names an order the way the gateway does. */
export interface OrderKey {
  merId?: string;
  orderId?: string;
  txnTime?: string;
}

/**
 * Everything the simulator knows, on disk and in memory. Records are replaced, never changed in
 * place, and nothing here waits, so reading and saving in one go cannot be interleaved.
 */
export class Store {
  readonly #journal: Journal;
  readonly #idByKey = new Map<string, string>();
  readonly #idByQueryId = new Map<string, string>();

  constructor(dataDir: string) {
    this.#journal = new Journal(join(dataDir, 'state.jsonl'));
    for (const order of this.listOrders()) this.#index(order);
  }

  nextNumber(): number {
    const next = (this.#journal.get<number>('counter') ?? 0) + 1;
    this.#journal.put('counter', next);
    return next;
  }

  saveOrder(order: OrderRecord): OrderRecord {
    this.#journal.put(`order/${order.id}`, order);
    this.#index(order);
    return order;
  }

  findOrder(id: string): OrderRecord | undefined {
    return this.#journal.get<OrderRecord>(`order/${id}`);
  }

  findOrderByKey(key: OrderKey): OrderRecord | undefined {
    return this.findOrder(this.#idByKey.get(keyOf(key)) ?? '');
  }

  findOrderByQueryId(queryId: string): OrderRecord | undefined {
    return this.findOrder(this.#idByQueryId.get(queryId) ?? '');
  }

  /** Oldest first. */
  listOrders(): OrderRecord[] {
    return this.#journal.list<OrderRecord>('order/');
  }

  saveScript(script: Script): void {
    this.#journal.put(`script/${script.id}`, script);
  }

  removeScript(id: number): void {
    this.#journal.remove(`script/${id}`);
  }

  listScripts(): Script[] {
    return this.#journal.list<Script>('script/');
  }

  saveMessage(message: TextMessage): void {
    this.#journal.put(`message/${message.id}`, message);
  }

  /** Newest first. */
  listMessages(): TextMessage[] {
    return this.#journal.list<TextMessage>('message/').sort((a, b) => b.id - a.id);
  }

  saveMovement(movement: Movement): Movement {
    this.#journal.put(`movement/${movement.reference}`, movement);
    return movement;
  }

  findMovement(reference: string): Movement | undefined {
    return this.#journal.get<Movement>(`movement/${reference}`);
  }

  /** Oldest first. */
  listMovements(): Movement[] {
    return this.#journal.list<Movement>('movement/');
  }

  savePayout(payout: Payout): Payout {
    this.#journal.put(`payout/${payout.payoutNo}`, payout);
    return payout;
  }

  findPayout(payoutNo: string): Payout | undefined {
    return this.#journal.get<Payout>(`payout/${payoutNo}`);
  }

  /** Oldest first. */
  listPayouts(): Payout[] {
    return this.#journal.list<Payout>('payout/');
  }

  saveBankScript(script: BankScript): BankScript {
    this.#journal.put(`bank-script/${script.id}`, script);
    return script;
  }

  removeBankScript(id: number): void {
    this.#journal.remove(`bank-script/${id}`);
  }

  listBankScripts(): BankScript[] {
    return this.#journal.list<BankScript>('bank-script/');
  }

  /** Forgets everything but the running number, so that no gateway number is ever used twice. */
  reset(): void {
    const counter = this.#journal.get<number>('counter') ?? 0;
    this.#journal.clear();
    this.#idByKey.clear();
    this.#idByQueryId.clear();
    this.#journal.put('counter', counter);
  }

  #index(order: OrderRecord): void {
    this.#idByKey.set(keyOf(order.request), order.id);
    if (order.queryId) this.#idByQueryId.set(order.queryId, order.id);
  }
}

function keyOf({ merId, orderId, txnTime }: OrderKey): string {
  return `${merId}/${orderId}/${txnTime}`;
}
