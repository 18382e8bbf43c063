import { randomInt } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import en from '@/app/_messages/en/sign-in.json';
import enStaff from '@/app/_messages/en/staff.json';
import enWallet from '@/app/_messages/en/wallet.json';
import zh from '@/app/_messages/zh-CN/sign-in.json';
import zhStaff from '@/app/_messages/zh-CN/staff.json';
import zhWallet from '@/app/_messages/zh-CN/wallet.json';
import { REFUSALS, type RefusalCode } from '@/lib/core/refusals';
import { stackInfo } from './browser-settings';
import { type BrowserStaff, codeOfMerchantMember, STAFF_PASSWORD } from './browser-staff';
import { planted } from './canaries';
import { codeOnHandset } from './handset';

const maskOf = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** The sign-in pages as people use them. */
export class SignInPages {
  readonly words: typeof zh;
  readonly staffWords: typeof zhStaff;
  private readonly language: 'zh' | 'en';

  constructor(
    readonly page: Page,
    locale: string | undefined,
  ) {
    this.language = locale?.startsWith('en') ? 'en' : 'zh';
    this.words = this.language === 'en' ? en : zh;
    this.staffWords = this.language === 'en' ? enStaff : zhStaff;
  }

  phone(): Locator {
    return this.page.getByLabel(this.words.phone.label, { exact: true });
  }

  code(): Locator {
    return this.page.getByLabel(this.words.code.label, { exact: true });
  }

  email(): Locator {
    return this.page.getByLabel(this.words.staff.email, { exact: true });
  }

  password(): Locator {
    return this.page.getByLabel(this.words.staff.password, { exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true });
  }

  /** Next's own route announcer is an alert, too: only those of a form count. */
  alert(): Locator {
    return this.page.locator('form').getByRole('alert');
  }

  refusal(code: RefusalCode): string {
    return REFUSALS[code][this.language];
  }

  async askForCode(phone: string): Promise<string> {
    // Each phone from an address of its own: all tests together would use up what one address may ask for.
    const [, a, b, c] = /(\d{2})(\d{2})(\d{2})$/.exec(phone) ?? [];
    const address = `10.${Number(a)}.${Number(b)}.${Number(c)}`;
    await this.page.setExtraHTTPHeaders({ 'x-forwarded-for': address });
    await this.phone().fill(planted('phone', phone));
    await this.button(this.words.phone.submit).click();
    await expect(this.heading(this.words.code.title)).toBeVisible();
    return codeOnHandset(stackInfo().sandboxOrigin, phone);
  }

  async giveCode(code: string): Promise<void> {
    await this.code().fill(code);
    await this.button(this.words.code.submit).click();
  }

  async signIn(phone: string, path = '/sign-in'): Promise<void> {
    await this.page.goto(path);
    await this.giveCode(await this.askForCode(phone));
  }

  /** E-mail and password; for a merchant's member who has an authenticator the code, too. */
  async signInAsStaff(email: string, password: string): Promise<void> {
    await this.giveStaffPassword(email, password);
    const code = password === STAFF_PASSWORD ? await codeOfMerchantMember(email) : undefined;
    if (code !== undefined) await this.giveStaffCode(code);
  }

  /** The first half of signing in. */
  async giveStaffPassword(email: string, password: string): Promise<void> {
    // Each from an address of their own, as above.
    const part = () => randomInt(1, 255);
    const address = `10.${part()}.${part()}.${part()}`;
    await this.page.setExtraHTTPHeaders({ 'x-forwarded-for': address });
    await this.email().fill(email);
    await this.password().fill(password);
    await this.button(this.words.staff.submit).click();
  }

  /** A member of the office or of a merchant: password, then the authenticator's code. */
  async signInAsMember(member: BrowserStaff): Promise<void> {
    await this.giveStaffPassword(member.email, STAFF_PASSWORD);
    await this.giveStaffCode(await member.code());
  }

  async giveStaffCode(given: string): Promise<void> {
    const { code } = this.staffWords;
    await this.page.getByLabel(code.label, { exact: true }).fill(given);
    await this.button(code.submit).click();
  }

  /** Whoever signs in without having been on the way to somewhere is in their own room. */
  async expectSignedIn(phone: string): Promise<void> {
    const { title } = this.language === 'en' ? enWallet : zhWallet;
    await expect(this.heading(title)).toBeVisible();
    await expect(this.page).toHaveURL('/wallet');
    await expect(this.page.getByText(maskOf(phone))).toBeVisible();
  }

  async expectSignedOut(): Promise<void> {
    await expect(this.phone()).toBeVisible();
  }

  /** Nothing that axe finds fault with, and nothing to scroll sideways for. */
  async expectFit(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page })
      .options({ resultTypes: ['violations'] })
      // No frames, so nothing to put together in a page of its own, which would be opened each time.
      .setLegacyMode()
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const [content, room] = await this.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(content).toBeLessThanOrEqual(room ?? 0);
  }
}
