import { expect, type Locator, type Page } from '@playwright/test';
import zh from '@/app/_messages/zh-CN/office.json';
import type { Database } from './browser-database';
import { addStaff, STAFF_PASSWORD } from './browser-staff';
import { SignInPages } from './pages-sign-in';

/** The office as finance uses it, in Chinese. */
export class OfficePages {
  readonly words = zh;

  constructor(readonly page: Page) {}

  /** As somebody new of the office, on their way to that page. */
  async open(database: Database, path: string): Promise<void> {
    await this.page.goto(path);
    const email = await addStaff(database, 'office');
    await new SignInPages(this.page, 'zh-CN').signInAsStaff(email, STAFF_PASSWORD);
    await expect(this.page).toHaveURL(path);
  }

  table(label: string): Locator {
    return this.page.getByRole('table', { name: label, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The card of unclaimed money with that remark on it. */
  suspenseCase(remark: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: remark });
  }

  /** The account that a virtual account number stands for. */
  async openAccount(number: string): Promise<void> {
    const found = this.table(this.words.accounts.caption).getByRole('link');
    await expect(async () => {
      await this.page.goto('/office/ledger/accounts');
      await this.page.getByLabel(this.words.accounts.owner).fill(number);
      await this.button(this.words.accounts.find).click();
      await expect(found).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await found.click();
    await expect(this.page).toHaveURL(/\/office\/ledger\/accounts\/[^?]+$/);
  }
}
