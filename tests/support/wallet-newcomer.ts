import type { Page } from '@playwright/test';
import { SignInPages } from './pages-sign-in';
import { WalletPages } from './pages-wallet';
import { somePhone } from './phones';

export const NAME = '王小明';

/** Somebody new, signed in on this page, whose wallet is not open yet. */
export async function newcomer(page: Page, locale: string | undefined) {
  const phone = somePhone();
  const signIn = new SignInPages(page, locale);
  // The wallet leads who is not signed in to the form, and the form back.
  await signIn.signIn(phone, '/wallet');
  await signIn.expectSignedIn(phone);
  return { signIn, wallet: new WalletPages(page, phone, locale) };
}
