import { expect, type Locator, type Page } from '@playwright/test';
import zh from '@/app/_messages/zh-CN/office.json';
import type { StaffRole } from '@/lib/core/staff-permissions';
import type { Database } from './browser-database';
import { addMember, type BrowserStaff } from './browser-staff';
import { carryOfficeSession } from './carried-cookies';

/** The office as finance uses it, in Chinese. */
export class OfficePages {
  readonly words = zh;

  constructor(readonly page: Page) {}

  /** As somebody new of the office, signed in. */
  async open(database: Database, path: string, role: StaffRole = 'admin'): Promise<BrowserStaff> {
    const member = await addMember(database, role);
    await carryOfficeSession(this.page.context(), member.id);
    await this.page.goto(path);
    await expect(this.page).toHaveURL(path);
    return member;
  }

  table(label: string): Locator {
    return this.page.getByRole('table', { name: label, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** What came of a form, beside the page's own word that it is up to date. */
  told(words: string): Locator {
    return this.page.getByRole('status').filter({ hasText: words });
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
