import { join } from 'node:path';
import type { Movement, Payout } from '../bank/records';
import type { BankScript } from '../bank/schema';
import type { Script } from '../behaviour/schema';
import { CarrierRecords } from '../carrier/carrier-records';
import { type Contract, FULL_CONTRACT } from '../contract/schema';
import { NetsUnionRecords } from '../netsunion/netsunion-records';
import { Journal } from './journal';
import type { OrderRecord, SentCode, TextMessage, Token } from './records';

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
  readonly netsunion: NetsUnionRecords;
  readonly carriers: CarrierRecords;
  readonly #idByKey = new Map<string, string>();
  readonly #idByQueryId = new Map<string, string>();
  readonly #idByTn = new Map<string, string>();
  readonly #messagesByPhone = new Map<string, TextMessage[]>();

  constructor(dataDir: string) {
    this.#journal = new Journal(join(dataDir, 'state.jsonl'));
    this.netsunion = new NetsUnionRecords(this.#journal);
    this.carriers = new CarrierRecords(this.#journal);
    for (const order of this.listOrders()) this.#index(order);
    for (const message of this.#journal.list<TextMessage>('message/')) this.#indexMessage(message);
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

  findOrderByTn(tn: string): OrderRecord | undefined {
    return this.findOrder(this.#idByTn.get(tn) ?? '');
  }

  /** Oldest first. */
  listOrders(): OrderRecord[] {
    return this.#journal.list<OrderRecord>('order/');
  }

  saveToken(token: Token): Token {
    this.#journal.put(`token/${token.token}`, token);
    return token;
  }

  findToken(token: string): Token | undefined {
    return this.#journal.get<Token>(`token/${token}`);
  }

  /** Oldest first. */
  listTokens(): Token[] {
    return this.#journal.list<Token>('token/');
  }

  saveCode(code: SentCode): SentCode {
    this.#journal.put(`code/${code.key}`, code);
    return code;
  }

  findCode(key: OrderKey): SentCode | undefined {
    return this.#journal.get<SentCode>(`code/${keyOf(key)}`);
  }

  saveContract(contract: Contract): Contract {
    this.#journal.put('contract', contract);
    return contract;
  }

  readContract(): Contract {
    return this.#journal.get<Contract>('contract') ?? FULL_CONTRACT;
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
    this.#indexMessage(message);
  }

  /** Newest first. */
  listMessagesTo(phone: string): TextMessage[] {
    return (this.#messagesByPhone.get(phone) ?? []).toReversed();
  }

  /** That got messages; whose came last is first. */
  listPhones(): string[] {
    const lastTo = ([, messages]: [string, TextMessage[]]) => messages.at(-1)?.id ?? 0;
    return [...this.#messagesByPhone].sort((a, b) => lastTo(b) - lastTo(a)).map(([phone]) => phone);
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
    this.#idByTn.clear();
    this.#messagesByPhone.clear();
    this.carriers.forgetAll();
    this.#journal.put('counter', counter);
  }

  #indexMessage(message: TextMessage): void {
    const known = this.#messagesByPhone.get(message.phone);
    if (known) known.push(message);
    else this.#messagesByPhone.set(message.phone, [message]);
  }

  #index(order: OrderRecord): void {
    this.#idByKey.set(keyOf(order.request), order.id);
    if (order.queryId) this.#idByQueryId.set(order.queryId, order.id);
    if (order.tn) this.#idByTn.set(order.tn, order.id);
  }
}

export function keyOf({ merId, orderId, txnTime }: OrderKey): string {
  return `${merId}/${orderId}/${txnTime}`;
}
