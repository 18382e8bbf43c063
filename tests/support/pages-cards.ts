import { expect, type Locator, type Page } from '@playwright/test';
import enCashier from '@/app/_messages/en/cashier.json';
import en from '@/app/_messages/en/cashier-cards.json';
import zhCashier from '@/app/_messages/zh-CN/cashier.json';
import zh from '@/app/_messages/zh-CN/cashier-cards.json';
import { stackInfo } from './browser-settings';
import { planted } from './canaries';
import { cardCodeOnHandset } from './handset';
import { fill } from './pages-words';

export interface CardHolder {
  cardNo: string;
  name: string;
  idNo: string;
  phone: string;
}

/** The cashier's pages about bank cards as a shopper uses them. */
export class CardPages {
  readonly say: typeof zh;
  private readonly cashier: typeof zhCashier;

  constructor(
    readonly page: Page,
    locale: string | undefined,
  ) {
    const english = locale?.startsWith('en');
    this.say = english ? en : zh;
    this.cashier = english ? enCashier : zhCashier;
  }

  /** The row of bank cards among the ways to pay. */
  method(): Locator {
    const { name } = this.cashier.method.card;
    return this.page.getByRole('radio', { name: new RegExp(`^${name}`) });
  }

  /** One bound card among those to choose from. */
  card(cardNo: string): Locator {
    const tail = fill(this.say.tail, { tail: cardNo.slice(-4) });
    return this.page.getByRole('radio', { name: new RegExp(tail) });
  }

  payButton(amount: string): Locator {
    return this.page.getByRole('button', { name: fill(this.cashier.pay.card, { amount }) });
  }

  field(name: 'number' | 'name' | 'idNo' | 'phone'): Locator {
    return this.page.getByLabel(this.say.new[name], { exact: true });
  }

  consent(): Locator {
    return this.page.getByRole('checkbox');
  }

  submit(): Locator {
    return this.page.getByRole('button', { name: this.say.new.submit });
  }

  code(): Locator {
    return this.page.getByRole('textbox', { name: this.say.code.label });
  }

  /** From the pay page to the form, by the button that pays where there is no card yet. */
  async addFirst(): Promise<void> {
    await this.method().check();
    await this.page.getByRole('button', { name: this.cashier.pay.newCard }).click();
    await expect(this.heading(this.say.new.title)).toBeVisible();
  }

  async fillIn({ cardNo, name, idNo, phone }: CardHolder): Promise<void> {
    await this.field('number').fill(planted('card', cardNo));
    await this.field('name').fill(planted('name', name));
    await this.field('idNo').fill(planted('id', idNo));
    await this.field('phone').fill(planted('phone', phone));
    await this.consent().check();
  }

  async expectCodeAsked(): Promise<void> {
    await expect(this.heading(this.say.code.title)).toBeVisible();
  }

  async giveCode(
    phone: string,
    button: 'submit' | 'submitPayment' | 'submitContinue' = 'submit',
    amount = '',
  ): Promise<void> {
    await this.code().fill(await cardCodeOnHandset(stackInfo().sandboxOrigin, phone));
    await this.page.getByRole('button', { name: fill(this.say.code[button], { amount }) }).click();
  }

  async typeCode(code: string): Promise<void> {
    await this.code().fill(code);
    await this.page.getByRole('button', { name: this.say.code.submit }).click();
  }

  /** The whole way from the form to a card that can be paid with. */
  async bind(holder: CardHolder): Promise<void> {
    await this.fillIn(holder);
    await this.submit().click();
    await this.expectCodeAsked();
    await this.giveCode(holder.phone);
    await this.expectBound(holder.cardNo);
  }

  async expectBound(cardNo: string): Promise<void> {
    await expect(this.page.getByText(this.say.bound.body)).toBeVisible();
    await expect(this.method()).toBeChecked();
    await expect(this.card(cardNo)).toBeChecked();
  }

  async pay(cardNo: string, amount: string): Promise<void> {
    await this.method().check();
    await this.card(cardNo).check();
    await this.payButton(amount).click();
  }

  /** The payment may have happened: it is asked about. */
  async expectInDoubt(): Promise<void> {
    const { method, waiting } = this.cashier;
    const title = fill(waiting.unknown.title, { method: method.card.name });
    await expect(this.heading(title)).toBeVisible();
  }

  /** From the pay page: the only card there is. */
  async unbind(): Promise<void> {
    await this.method().check();
    await this.link(this.say.choose.manage).click();
    await this.page.getByRole('link', { name: new RegExp(`^${this.say.manage.unbind}`) }).click();
    await this.page.getByRole('button', { name: this.say.unbind.confirm }).click();
    await expect(this.page.getByText(this.say.manage.unbound)).toBeVisible();
  }

  async expectPaidBy(cardNo: string): Promise<void> {
    await expect(this.heading(this.cashier.paid.title)).toBeVisible({ timeout: 30_000 });
    await expect(this.page.getByText(`****${cardNo.slice(-4)}`)).toBeVisible();
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  link(name: string): Locator {
    return this.page.getByRole('link', { name });
  }
}
