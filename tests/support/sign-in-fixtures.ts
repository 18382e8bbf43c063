import { test as base } from './browser-fixtures';
import { SignInPages } from './pages-sign-in';

export const test = base.extend<{ signIn: SignInPages }>({
  signIn: async ({ page, locale }, use) => use(new SignInPages(page, locale)),
});

export { expect } from '@playwright/test';
