import { expect, type Locator, type Page } from '@playwright/test';
import zh from '@/app/_messages/zh-CN/office-case.json';
import { fill } from './pages-words';

type Act = 'sendClaim' | 'propose' | 'approve' | 'sendBack' | 'reject' | 'undo';

/** The page of a refund case as the office uses it, in Chinese. */
export class CasePages {
  readonly say = zh;

  constructor(readonly page: Page) {}

  /** Says where the case stands, in the title. */
  badge(state: keyof typeof zh.state, facts: Record<string, string> = {}): Locator {
    return this.page.getByRole('heading', { level: 1 }).getByText(fill(zh.state[state], facts));
  }

  act(act: Act): Locator {
    return this.page.getByRole('navigation', { name: zh.acts.label }).getByRole('link', {
      name: zh.acts[act].name,
      exact: true,
    });
  }

  /** Opens what an action means, fills in what it takes, and does it. */
  async doAct(act: Act, { reason, code }: { reason?: string; code?: string } = {}): Promise<void> {
    await this.act(act).click();
    await expect(this.page.getByRole('heading', { name: zh.acts[act].title })).toBeVisible();
    const label = act === 'propose' ? zh.acts.note : zh.acts.reason;
    if (reason) await this.page.getByLabel(label, { exact: true }).fill(reason);
    if (code) await this.page.getByLabel(zh.acts.code).fill(code);
    await this.press(act);
  }

  async press(act: Act): Promise<void> {
    const words = zh.acts[act].submit.split('{')[0] ?? '';
    await this.page.locator('#act').getByRole('button', { name: words }).click();
  }

  /** What the page that follows says was done. */
  done(act: Act): Locator {
    return this.page.getByRole('main').getByRole('status').filter({ hasText: zh.acts[act].done });
  }
}
