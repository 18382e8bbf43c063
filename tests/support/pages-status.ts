import { expect, type Locator, type Page } from '@playwright/test';
import en from '@/app/_messages/en/cashier-status.json';
import zh from '@/app/_messages/zh-CN/cashier-status.json';
import type { HandoffStage } from '@/components/cashier/handoff-stage';

/** What an open page of an order tells by itself. */
export class StatusPages {
  readonly say: typeof zh;

  constructor(
    private readonly page: Page,
    locale: string | undefined,
  ) {
    this.say = locale?.startsWith('en') ? en : zh;
  }

  /** How far the phone is, on the screen whose code it has scanned. */
  async expectStage(stage: HandoffStage): Promise<void> {
    const progress = this.page.getByRole('region', { name: this.say.handoff.progress });
    await expect(progress.locator('[aria-current=step]')).toHaveText(this.say.handoff.stage[stage]);
  }

  progress(): Locator {
    return this.page.getByRole('region', { name: this.say.handoff.progress });
  }

  stay(): Locator {
    return this.page.getByRole('button', { name: this.say.back.stay });
  }
}
