import { expect, type Locator, type Page } from '@playwright/test';
import en from '@/app/_messages/en/subscriptions.json';
import zh from '@/app/_messages/zh-CN/subscriptions.json';
import { stackInfo } from './browser-settings';
import { planted } from './canaries';
import { codeOnHandset } from './handset';
import { fill } from './pages-words';

/** The pages where the owner of a phone looks after what is charged to it every period. */
export class SubscriptionPages {
  readonly say: typeof zh;

  constructor(
    readonly page: Page,
    locale: string | undefined,
  ) {
    this.say = locale?.startsWith('en') ? en : zh;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  code(): Locator {
    return this.page.getByLabel(this.say.own.code, { exact: true });
  }

  async askForCode(phone: string): Promise<string> {
    await this.page.goto('/subscriptions');
    await this.page.getByLabel(this.say.own.phone, { exact: true }).fill(planted('phone', phone));
    await this.button(this.say.own.getCode).click();
    await expect(this.page.getByRole('heading', { name: this.say.own.codeTitle })).toBeVisible();
    return codeOnHandset(stackInfo().sandboxOrigin, phone);
  }

  async giveCode(code: string): Promise<void> {
    await this.code().fill(code);
    await this.button(this.say.own.show).click();
  }

  /** Proves the phone, and sees what is charged to it. */
  async open(phone: string): Promise<void> {
    await this.giveCode(await this.askForCode(phone));
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.say.own.title);
    await expect(this.button(this.say.own.leave)).toBeVisible();
  }

  async cancel(subject: string): Promise<void> {
    await this.page.getByLabel(fill(this.say.own.cancelThis, { subject })).click();
    await this.button(this.say.own.confirm).click();
    await expect(this.page.getByRole('status').getByText(this.say.own.done)).toBeVisible();
  }
}
