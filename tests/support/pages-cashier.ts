import { expect, type Locator, type Page } from '@playwright/test';
import { refusalText } from '@/lib/core/errors';
import { planted } from './canaries';
import { fill, type Words } from './pages-words';

export const PAYMENT_PASSWORD = '123456';

const yuan = (shown: string) => Number(shown.slice(1));

/** The cashier's pages as a shopper uses them. */
export class CashierPages {
  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {}

  private get say() {
    return this.words.cashier;
  }

  heading(text: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: text, exact: true });
  }

  async expectToChoose(amount: string): Promise<void> {
    await expect(this.page).toHaveURL(/\/pay\/[\w-]{43}$/);
    await expect(this.heading(fill(this.say.choose.title, { amount }))).toBeAttached();
  }

  method(method: 'balance' | 'quickpass'): Locator {
    const name = this.say.method[method].name;
    return this.page.getByRole('radio', { name: new RegExp(escaped(name)) });
  }

  /** Above the ways to pay: the balance pays this part. */
  combine(balance: string): Locator {
    return this.page.getByRole('checkbox', { name: fill(this.say.combine.title, { balance }) });
  }

  combinedButton(balance: string, rest: string): Locator {
    const method = this.say.method.quickpass.name;
    const total = `¥${(yuan(balance) + yuan(rest)).toFixed(2)}`;
    const name = fill(this.say.combine.submit, { total, balance, method, rest });
    return this.page.getByRole('button', { name, exact: true });
  }

  async payByBoth(balance: string, rest: string, password = PAYMENT_PASSWORD): Promise<void> {
    await this.hostKnown();
    await this.combine(balance).check();
    await this.method('quickpass').check();
    await this.password().fill(planted('password', password));
    await this.combinedButton(balance, rest).click();
  }

  password(): Locator {
    return this.page.getByRole('textbox', { name: this.say.password.label });
  }

  code(): Locator {
    return this.page.getByRole('textbox', { name: this.say.code.label });
  }

  async sendCode(): Promise<void> {
    await this.page.getByRole('button', { name: this.say.code.send }).click();
    await expect(this.page.getByText(this.say.code.sent)).toBeVisible();
  }

  payButton(method: 'balance' | 'quickpass', amount: string): Locator {
    return this.page.getByRole('button', { name: fill(this.say.pay[method], { amount }) });
  }

  async payByBalance(amount: string, password = PAYMENT_PASSWORD): Promise<void> {
    await this.method('balance').check();
    await this.password().fill(planted('password', password));
    await this.payButton('balance', amount).click();
  }

  /** Leaves for the gateway's page, or shows its code where the screen is a PC's. */
  async payByQuickPass(amount: string): Promise<void> {
    await this.hostKnown();
    await this.method('quickpass').check();
    await this.payButton('quickpass', amount).click();
  }

  /** In a merchant's app on a handset that the simulator plays: the page has asked it. Pressed sooner, it pays without. */
  private async hostKnown(): Promise<void> {
    const kept = async (name: string) =>
      (await this.page.context().cookies()).find((cookie) => cookie.name === name)?.value;
    const phone = await kept('demo_phone');
    if (phone === undefined || phone === 'in-app') return;
    await expect.poll(() => kept('cashier_host')).toBeTruthy();
  }

  async expectPaid(): Promise<void> {
    await expect(this.heading(this.say.paid.title)).toBeVisible({ timeout: 30_000 });
  }

  async expectWaiting(state: 'waiting' | 'unknown' = 'waiting'): Promise<void> {
    // A PC waits beside the code that a phone is to scan.
    await expect(this.waitingHeading(state).or(this.qrCode())).toBeVisible();
  }

  /** Sent, and nobody has heard since; or the worker has asked meanwhile, and is told to wait. */
  async expectUndecided(): Promise<void> {
    await expect(this.waitingHeading('unknown').or(this.waitingHeading('waiting'))).toBeVisible();
  }

  private waitingHeading(state: 'waiting' | 'unknown'): Locator {
    const method = this.say.method.quickpass.name;
    return this.heading(fill(this.say.waiting[state].title, { method }));
  }

  qrCode(): Locator {
    return this.page.getByRole('img', { name: /¥/ });
  }

  continueButton(): Locator {
    const method = this.say.method.quickpass.name;
    return this.page.getByRole('button', { name: fill(this.say.waiting.continue, { method }) });
  }

  /** On the gateway's page, where the shopper has been sent. */
  gatewayConfirm(): Locator {
    return this.page.getByRole('button', { name: this.words.gateway.confirm });
  }

  askLabel(): string {
    return this.say.waiting.ask;
  }

  /** Asks what became of it; our own worker may have asked at this very moment, and the page say so. */
  async askUntilToChoose(amount: string): Promise<void> {
    const ask = this.page.getByRole('button', { name: this.askLabel() });
    await Promise.any([ask.click(), this.expectToChoose(amount)]);
    await this.expectToChoose(amount);
  }

  async chooseAnotherWay(): Promise<void> {
    await this.page.getByRole('button', { name: this.say.waiting.change }).click();
  }

  /** Why the shopper cannot choose again yet, in either language. */
  earlierAttemptUnknown(): RegExp {
    const words = (['zh-CN', 'en'] as const).map((l) => refusalText('earlier_attempt_unknown', l));
    return new RegExp(words.map(escaped).join('|'));
  }

  async returnToShop(): Promise<void> {
    const link = this.page.getByRole('link', { name: this.say.backToMerchant });
    // A paid page leads back by itself, and may do so at this very moment.
    await Promise.any([link.click(), this.page.waitForURL(/\/demo/)]);
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
