import { expect } from '@playwright/test';
import type { StaffRole } from '@/lib/core/staff-permissions';
import { test as base } from './browser-fixtures';
import { addMember, type BrowserStaff } from './browser-staff';
import { carryOfficeSession } from './carried-cookies';
import { SignInPages } from './pages-sign-in';

interface Fixtures {
  signIn: SignInPages;
  /** Somebody new of the office in that role, signed in on this test's page, which is then at `path`. */
  staff: (role: StaffRole, path?: string) => Promise<BrowserStaff>;
}

export const test = base.extend<Fixtures>({
  signIn: async ({ page, locale }, use) => use(new SignInPages(page, locale)),
  staff: async ({ page, database }, use) =>
    use(async (role, path = '/office') => {
      const member = await addMember(database, role);
      await carryOfficeSession(page.context(), member.id);
      await page.goto(path);
      await expect(page).toHaveURL(path);
      return member;
    }),
});

export { expect };
