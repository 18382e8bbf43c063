import { expect, type Locator, type Page } from '@playwright/test';
import type { GoodsCode, Words } from './pages-words';

/** The notice goes through the outbox and a worker before the shop knows. */
const NOTIFIED_MS = 30_000;

/** The demo shop as its visitor sees it. */
export class ShopPages {
  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {}

  async open(): Promise<void> {
    await this.page.goto('/demo');
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.words.demo.title);
  }

  async buy(goods: GoodsCode): Promise<void> {
    const name = this.words.goods[goods];
    await this.page.getByRole('button', { name: `${this.words.demo.buy} ${name}` }).click();
  }

  status(): Locator {
    return this.page.getByRole('status').first();
  }

  /** On the shop's own page for the order, which must come to say "paid" by itself. */
  async expectNotified(): Promise<void> {
    await expect(this.page).toHaveURL(/\/demo\/orders\/HM/);
    const { badge, body } = this.words.demo.order.paid;
    await expect(this.status()).toContainText(body, { timeout: NOTIFIED_MS });
    await expect(this.page.getByText(badge, { exact: true }).last()).toBeVisible();
  }
}
