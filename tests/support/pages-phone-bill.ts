import { expect, type Locator, type Page } from '@playwright/test';
import enCarriers from '@/app/_messages/en/carriers.json';
import enCashier from '@/app/_messages/en/cashier.json';
import enCards from '@/app/_messages/en/cashier-cards.json';
import en from '@/app/_messages/en/cashier-carrier.json';
import enTold from '@/app/_messages/en/words.json';
import zhCarriers from '@/app/_messages/zh-CN/carriers.json';
import zhCashier from '@/app/_messages/zh-CN/cashier.json';
import zhCards from '@/app/_messages/zh-CN/cashier-cards.json';
import zh from '@/app/_messages/zh-CN/cashier-carrier.json';
import zhTold from '@/app/_messages/zh-CN/words.json';
import { stackInfo } from './browser-settings';
import { cardCodeOnHandset } from './handset';
import { fill } from './pages-words';

/** "138****8000" */
export const masked = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** The cashier's pages for paying by phone bill, as a shopper uses them. */
export class PhoneBillPages {
  readonly say: typeof zh;
  readonly cashier: typeof zhCashier;
  readonly carriers: typeof zhCarriers;
  private readonly cards: typeof zhCards;
  private readonly told: typeof zhTold;

  constructor(
    readonly page: Page,
    locale: string | undefined,
  ) {
    const english = locale?.startsWith('en');
    this.say = english ? en : zh;
    this.cashier = english ? enCashier : zhCashier;
    this.carriers = english ? enCarriers : zhCarriers;
    this.cards = english ? enCards : zhCards;
    this.told = english ? enTold : zhTold;
  }

  /** The row of the phone bill among the ways to pay. */
  method(): Locator {
    const { name } = this.cashier.method.carrier;
    return this.page.getByRole('radio', { name: new RegExp(`^${name}`) });
  }

  /** Beside three better ways it is folded away. */
  private async unfold(): Promise<void> {
    const folded = this.page.locator('details:not([open])', {
      has: this.page.locator('[value="carrier"]'),
    });
    if ((await folded.count()) > 0) await folded.locator('summary').click();
  }

  field(): Locator {
    return this.page.getByLabel(this.say.number.label, { exact: true });
  }

  consent(): Locator {
    return this.page.getByRole('checkbox').first();
  }

  remember(): Locator {
    return this.page.getByRole('checkbox', { name: this.say.consent.remember });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  link(name: string): Locator {
    return this.page.getByRole('link', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  code(): Locator {
    return this.page.getByRole('textbox', { name: this.cards.code.label });
  }

  /** From the pay page to the page that asks for the number. */
  async choose(amount: string): Promise<void> {
    await this.unfold();
    await this.method().check();
    await this.button(fill(this.cashier.pay.carrier, { amount })).click();
    await expect(this.heading(this.say.title)).toBeVisible();
  }

  async enter(phone: string): Promise<void> {
    // Each phone from an address of its own: all tests together would use up what one address may ask.
    const [, a, b, c] = /(\d{2})(\d{2})(\d{2})$/.exec(phone) ?? [];
    const address = `10.${Number(a)}.${Number(b)}.${Number(c)}`;
    await this.page.setExtraHTTPHeaders({ 'x-forwarded-for': address });
    await this.field().fill(phone);
    await this.button(this.say.number.submit).click();
  }

  /** From the number to the code box, with the consent on the way. */
  async askForCode(phone: string, amount: string): Promise<void> {
    await this.enter(phone);
    await this.consent().check();
    await this.button(fill(this.say.submit.sms, { amount })).click();
    await this.expectCodeAsked(phone);
  }

  async expectCodeAsked(phone: string): Promise<void> {
    await expect(this.heading(this.say.code.title)).toBeVisible();
    await expect(this.page.getByText(masked(phone))).toBeVisible();
  }

  async typeCode(code: string, amount: string): Promise<void> {
    await this.code().fill(code);
    await this.button(fill(this.say.code.submit, { amount })).click();
  }

  codeOf(phone: string): Promise<string> {
    return cardCodeOnHandset(stackInfo().sandboxOrigin, phone);
  }

  async giveCode(phone: string, amount: string): Promise<void> {
    await this.typeCode(await this.codeOf(phone), amount);
  }

  async resend(): Promise<void> {
    await this.button(this.cards.code.resend).click();
    await expect(this.page.getByText(this.cards.code.resent)).toBeVisible();
  }

  /** Back among the ways to pay, with the reason why the phone was not charged. */
  async expectFailed(reason: keyof typeof zhTold.failure): Promise<void> {
    await expect(this.page).toHaveURL(/\/pay\/[\w-]{43}$/);
    const byPhone: Record<string, string> = this.told.failureByPhone;
    await expect(this.page.getByText(byPhone[reason] ?? this.told.failure[reason])).toBeVisible();
  }

  async expectPaidBy(phone: string, carrier: keyof typeof zhCarriers.carrier): Promise<void> {
    await expect(this.heading(this.cashier.paid.title)).toBeVisible({ timeout: 30_000 });
    const name = this.carriers.carrier[carrier];
    await expect(
      this.page.getByText(`${this.cashier.method.carrier.name} ${name} ${masked(phone)}`),
    ).toBeVisible();
  }

  /** What the browser holds of a page, as it came. */
  async expectNowhere(phone: string): Promise<void> {
    expect(this.page.url()).not.toContain(phone);
    expect(await this.page.content()).not.toContain(phone);
  }
}
