import { PhoneBillPages } from './pages-phone-bill';
import { test as base } from './sign-in-fixtures';

export const test = base.extend<{ bill: PhoneBillPages }>({
  bill: async ({ page, locale }, use) => use(new PhoneBillPages(page, locale)),
});

export { expect } from '@playwright/test';
