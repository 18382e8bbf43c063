/** The simulator's control room, as lib/sandbox/README.md describes it. */
export interface RailOrder {
  orderId: string;
  kind: 'consume' | 'refund' | 'undo';
  txnAmt: string;
  state: 'waiting' | 'succeeded' | 'failed';
  payPage?: string;
}

export class Rail {
  constructor(private readonly sandboxOrigin: string) {}

  /** Turns the story of one order, also while it runs. */
  async script(orderId: string, behaviour: Record<string, unknown>): Promise<void> {
    await this.call('script', { match: { orderId }, behaviour });
  }

  /** The order whose payment page the browser is on. */
  async orderAt(pageUrl: string): Promise<RailOrder> {
    const { pathname } = new URL(pageUrl);
    const found = (await this.orders()).find((order) => order.payPage === pathname);
    if (!found) throw new Error(`the simulator has no order at ${pathname}`);
    return found;
  }

  async orders(): Promise<RailOrder[]> {
    const response = await fetch(`${this.sandboxOrigin}/control/api/orders`);
    return ((await response.json()) as { orders: RailOrder[] }).orders;
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
