import { expect, type Page } from '@playwright/test';
import zh from '@/app/_messages/zh-CN/claim.json';
import { stackInfo } from './browser-settings';
import { planted } from './canaries';
import { claimLinkOnHandset, codeOnHandset } from './handset';
import type { CardHolder } from './pages-cards';

/** The pages behind a claim's link as a shopper uses them on a phone, in Chinese. */
export class ClaimPages {
  readonly say = zh;

  constructor(readonly page: Page) {}

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** From the text message to the form, by the code of a second one. */
  async open(phone: string): Promise<string> {
    const { sandboxOrigin } = stackInfo();
    const link = await claimLinkOnHandset(sandboxOrigin, phone);
    await this.page.goto(link);
    await this.button(zh.prove.send).click();
    await this.page.getByLabel(zh.prove.code).fill(await codeOnHandset(sandboxOrigin, phone));
    await this.button(zh.prove.submit).click();
    await expect(this.page.getByRole('heading', { name: zh.payee.title })).toBeVisible();
    return link;
  }

  async name({ cardNo, name, idNo, phone }: CardHolder): Promise<void> {
    const { payee } = zh;
    await this.page.getByLabel(payee.number).fill(planted('card', cardNo));
    await this.page.getByLabel(payee.name).fill(planted('name', name));
    await this.page.getByLabel(payee.idNo).fill(planted('id', idNo));
    await this.page.getByLabel(payee.phone).fill(planted('phone', phone));
    await this.button(payee.submit).click();
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.getByText(zh.status.saved)).toBeVisible();
  }
}
