import { expect, type Page } from '@playwright/test';
import type { Words } from './pages-words';

/** The simulator's payment page, where the cardholder is. */
export class GatewayPages {
  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {}

  async expectOpen(): Promise<void> {
    await expect(this.confirm()).toBeVisible();
  }

  async pay(code = '111111'): Promise<void> {
    await this.page.getByLabel(this.words.gateway.code).last().fill(code);
    await this.confirm().click();
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.words.gateway.paid);
  }

  async goBack(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.gateway.back }).click();
  }

  private confirm() {
    return this.page.getByRole('button', { name: this.words.gateway.confirm });
  }
}
