/** The simulator's control room, as lib/sandbox/README.md describes it. */
export interface RailOrder {
  orderId: string;
  kind: 'consume' | 'refund' | 'undo';
  txnAmt: string;
  state: 'waiting' | 'succeeded' | 'failed';
  payPage?: string;
  queriesMisled: number;
  noticeSends: readonly unknown[];
}

interface NetsUnionTransaction {
  ordrId: string;
  kind: string;
  state: string;
  amount?: string;
}

const idOf = (one: RailOrder | NetsUnionTransaction): string =>
  'orderId' in one ? one.orderId : one.ordrId;

export class Rail {
  /** What was there before the test, or before its second try: none of its doing. */
  private before: ReadonlySet<string> = new Set();

  constructor(private readonly sandboxOrigin: string) {}

  /** From here on `charged` counts. */
  async begin(): Promise<this> {
    const [orders, payments] = [await this.orders(), await this.netsUnionTransactions()];
    this.before = new Set([...orders, ...payments].map(idOf));
    return this;
  }

  /** Turns the story of one order, also while it runs. */
  async script(orderId: string, behaviour: Record<string, unknown>): Promise<void> {
    await this.call('script', { match: { orderId }, behaviour });
  }

  /** The cardholder's bank says no. */
  async decline(orderId: string): Promise<void> {
    await this.call(`orders/${orderId}/decline`, { respCode: '64' });
  }

  /** What becomes of the next transactions over that many fen; each test has an amount of its own. */
  async scriptAmount(
    amount: number,
    behaviour: Record<string, unknown>,
    { kind = 'consume', times = 1 }: { kind?: string; times?: number } = {},
  ): Promise<void> {
    await this.call('script', { match: { amount: String(amount), kind }, behaviour, times });
  }

  /** The next message of that kind, whoever sends it. */
  async scriptNext(kind: string, behaviour: Record<string, unknown>): Promise<void> {
    await this.call('script', { match: { any: true, kind }, behaviour, times: 1 });
  }

  /** Payments over that many fen that UnionPay made, and how many of them it has given back. */
  async charged(amount: number): Promise<{ paid: number; returned: number }> {
    const made = (await this.orders()).filter(
      (one) =>
        !this.before.has(idOf(one)) && one.txnAmt === String(amount) && one.state === 'succeeded',
    );
    const paid = made.filter(({ kind }) => kind === 'consume').length;
    return { paid, returned: made.length - paid };
  }

  /** The next step of that kind at NetsUnion, whoever takes it. */
  async scriptNextAtNetsUnion(kind: string, behaviour: Record<string, unknown>): Promise<void> {
    await this.call('netsunion/script', { match: { any: true, kind }, behaviour, times: 1 });
  }

  /** How many payments over that many fen NetsUnion has made. */
  async chargedByNetsUnion(amount: number): Promise<number> {
    return (await this.netsUnionTransactions()).filter(
      (one) =>
        !this.before.has(idOf(one)) &&
        one.kind === 'payment' &&
        one.state === 'succeeded' &&
        one.amount === String(amount),
    ).length;
  }

  /** The order whose payment page the browser is on. */
  async orderAt(pageUrl: string): Promise<RailOrder> {
    const { pathname } = new URL(pageUrl);
    const found = (await this.orders()).find((order) => order.payPage === pathname);
    if (!found) throw new Error(`the simulator has no order at ${pathname}`);
    return found;
  }

  /** How many questions about an order have reached the channel and were kept from the truth there. */
  async questionsHeld(orderId: string): Promise<number> {
    return (await this.orders()).find((order) => order.orderId === orderId)?.queriesMisled ?? 0;
  }

  /** What the newest QR code of this amount (fen) leads a phone to. */
  async scanPage(amount: string): Promise<string> {
    const codes = (await this.orders()).filter(
      ({ txnAmt, payPage }) => txnAmt === amount && payPage?.startsWith('/scan/'),
    );
    const newest = codes.at(-1)?.payPage;
    if (!newest) throw new Error(`the simulator has no QR code over ${amount} fen`);
    return `${this.sandboxOrigin}${newest}`;
  }

  async orders(): Promise<RailOrder[]> {
    const response = await fetch(`${this.sandboxOrigin}/control/api/orders`);
    return ((await response.json()) as { orders: RailOrder[] }).orders;
  }

  private async netsUnionTransactions(): Promise<NetsUnionTransaction[]> {
    const response = await fetch(`${this.sandboxOrigin}/control/api/netsunion/transactions`);
    return ((await response.json()) as { transactions: NetsUnionTransaction[] }).transactions;
  }

  private async call(path: string, body: unknown): Promise<void> {
    const response = await fetch(`${this.sandboxOrigin}/control/api/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok)
      throw new Error(`control ${path}: ${response.status} ${await response.text()}`);
  }
}
