import { expect, type Locator, type Page } from '@playwright/test';
import en from '@/app/_messages/en/wallet.json';
import zh from '@/app/_messages/zh-CN/wallet.json';
import { stackInfo } from './browser-settings';
import { planted } from './canaries';
import { codeOnHandset } from './handset';
import { fill } from './pages-words';

export const WALLET_PASSWORD = '135790';

/** The wallet as its owner uses it. */
export class WalletPages {
  readonly words: typeof zh;

  constructor(
    readonly page: Page,
    private readonly phone: string,
    locale: string | undefined,
  ) {
    this.words = locale?.startsWith('en') ? en : zh;
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  balance(): Locator {
    return this.page.getByRole('region', { name: this.words.balance.title });
  }

  code(): Promise<string> {
    return codeOnHandset(stackInfo().sandboxOrigin, this.phone);
  }

  async activate(person: { name: string; idNo: string }): Promise<void> {
    const { activate, welcome } = this.words;
    await this.page.getByRole('link', { name: welcome.open }).click();
    await this.field(activate.name).fill(planted('name', person.name));
    await this.field(activate.idNo).fill(person.idNo);
    await this.field(activate.password).fill(planted('password', WALLET_PASSWORD));
    await this.field(activate.repeat).fill(WALLET_PASSWORD);
    await this.button(activate.submit).click();
    await expect(this.balance()).toBeVisible();
  }

  /** The number that the top-up page tells people to transfer to. */
  async number(): Promise<string> {
    await this.page.goto('/wallet/top-up');
    const shown = await this.page
      .getByText(/^(\d{4}\s?){4}$/)
      .first()
      .textContent();
    return (shown ?? '').replace(/\s/g, '');
  }

  /** The money comes by the bank's notice: whenever that is, the page shows it. */
  async expectBalance(amount: string): Promise<void> {
    await expect(async () => {
      await this.page.goto('/wallet');
      await expect(this.balance()).toContainText(amount, { timeout: 500 });
    }).toPass();
  }

  async bind(cardNo: string): Promise<void> {
    await this.page.goto('/wallet/cards');
    await this.field(this.words.cards.number).fill(cardNo);
    await this.button(this.words.cards.submit).click();
    await expect(this.page.getByText(new RegExp(`\\*${cardNo.slice(-4)}$`))).toBeVisible();
  }

  /** Up to the page that asks for the two proofs. */
  async askToWithdraw(yuan: string): Promise<void> {
    await this.page.goto('/wallet/withdraw');
    await this.field(this.words.withdraw.amount).fill(yuan);
    await this.button(this.words.withdraw.next).click();
    await expect(this.heading(this.words.confirm.title)).toBeVisible();
  }

  async giveProofs(submit: string, password = WALLET_PASSWORD): Promise<void> {
    await this.field(this.words.code.label).fill(await this.code());
    await this.field(this.words.password.label).fill(password);
    await this.button(submit).click();
  }

  async withdraw(yuan: string, amount: string): Promise<void> {
    await this.askToWithdraw(yuan);
    await this.giveProofs(fill(this.words.confirm.submit, { amount }));
    await expect(this.heading(this.words.withdrawal.succeeded.title)).toBeVisible({
      timeout: 20_000,
    });
  }

  async askForCode(): Promise<void> {
    await this.button(this.words.code.send).click();
    await expect(this.page.getByRole('status')).toContainText('****');
  }

  async freeze(): Promise<void> {
    await this.page.goto('/wallet/security');
    await this.button(this.words.security.freezeNow).click();
    await expect(
      this.page.getByRole('link', { name: this.words.security.unfreezeOpen }),
    ).toBeVisible();
  }

  async unfreeze(): Promise<void> {
    await this.page.goto('/wallet/security/unfreeze');
    await this.askForCode();
    await this.giveProofs(this.words.unfreeze.submit);
    await expect(this.balance()).toBeVisible();
  }
}
