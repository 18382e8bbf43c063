import { expect, type Locator, type Page } from '@playwright/test';
import { refusalText } from '@/lib/core/errors';
import { planted } from './canaries';
import { fill, type Words } from './pages-words';

export const PAYMENT_PASSWORD = '123456';

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
    await this.method('quickpass').check();
    await this.payButton('quickpass', amount).click();
  }

  async expectPaid(): Promise<void> {
    await expect(this.heading(this.say.paid.title)).toBeVisible({ timeout: 30_000 });
  }

  async expectWaiting(state: 'waiting' | 'unknown' = 'waiting'): Promise<void> {
    const method = this.say.method.quickpass.name;
    const heading = this.heading(fill(this.say.waiting[state].title, { method }));
    // A PC waits beside the code that a phone is to scan.
    await expect(heading.or(this.qrCode())).toBeVisible();
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

  async chooseAnotherWay(): Promise<void> {
    await this.page.getByRole('button', { name: this.say.waiting.change }).click();
  }

  /** Why the shopper cannot choose again yet, in either language. */
  earlierAttemptUnknown(): RegExp {
    const words = (['zh-CN', 'en'] as const).map((l) => refusalText('earlier_attempt_unknown', l));
    return new RegExp(words.map(escaped).join('|'));
  }

  async returnToShop(): Promise<void> {
    await this.page.getByRole('link', { name: this.say.backToMerchant }).click();
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
