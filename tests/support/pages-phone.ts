import { expect, type Locator, type Page } from '@playwright/test';
import { stackInfo } from './browser-settings';

/** As the simulator's phone page names them. */
export type DemoPhone = 'installed-in' | 'installed-out' | 'none' | 'in-app' | 'off';

const OVERLAY = {
  'zh-CN': { confirm: '确认付款', cancel: '取消付款', code: /短信验证码/ },
  en: { confirm: 'Confirm payment', cancel: 'Cancel payment', code: /SMS code/ },
};

/** The handset that the simulator plays around the cashier's page, as a person at a desk uses it. */
export class PhonePages {
  private readonly say;

  constructor(
    private readonly page: Page,
    locale: string | undefined,
  ) {
    this.say = OVERLAY[locale?.startsWith('en') ? 'en' : 'zh-CN'];
  }

  async choose(phone: DemoPhone): Promise<void> {
    await this.page.goto(`${stackInfo().origin}/demo/phone?state=${phone}`);
    await expect(this.page).toHaveURL(/\/demo$/);
  }

  /** What the 云闪付 app shows over the page. */
  overlay(): Locator {
    return this.page.getByRole('dialog');
  }

  async confirm(code?: string): Promise<void> {
    if (code !== undefined) await this.overlay().getByLabel(this.say.code).fill(code);
    await this.overlay().getByRole('button', { name: this.say.confirm }).click();
  }

  async cancel(): Promise<void> {
    await this.overlay().getByRole('button', { name: this.say.cancel }).click();
  }
}
