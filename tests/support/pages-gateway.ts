import { expect, type Page } from '@playwright/test';
import { Rail } from './browser-rail';
import { stackInfo } from './browser-settings';
import type { Words } from './pages-words';

/**
 * The simulator's payment page, where the cardholder is. From a code on a PC's screen it is reached by
 * a phone that scans it, and the way back is the PC's own page.
 */
export class GatewayPages {
  private scannedFrom?: string;

  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {}

  async expectOpen(): Promise<void> {
    const code = this.page.getByRole('img', { name: /¥/ });
    await expect(this.confirm().or(code)).toBeVisible();
    if (!(await code.isVisible())) return;
    const [amount = ''] = /(?<=¥)[\d,.]+/.exec((await code.getAttribute('aria-label')) ?? '') ?? [];
    this.scannedFrom = this.page.url();
    const rail = new Rail(stackInfo().sandboxOrigin);
    await this.page.goto(await rail.scanPage(amount.replace(/[^\d]/g, '').replace(/^0+/, '')));
    await expect(this.confirm()).toBeVisible();
  }

  async pay(code = '111111'): Promise<void> {
    await this.expectOpen();
    await this.page.getByLabel(this.words.gateway.code).last().fill(code);
    await this.confirm().click();
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.words.gateway.paid);
  }

  async goBack(): Promise<void> {
    if (this.scannedFrom) await this.page.goto(this.scannedFrom);
    else await this.page.getByRole('button', { name: this.words.gateway.back }).click();
  }

  private confirm() {
    return this.page.getByRole('button', { name: this.words.gateway.confirm });
  }
}
