import { waitUntil } from '@/scripts/lib/wait-until.mjs';
import type { OtherBrowser } from './other-browser';
import { PAYMENT_PASSWORD } from './pages-cashier';
import { type Words, wordsOf } from './pages-words';

const PATIENCE_MS = 30_000;
const AT_GATEWAY = "document.querySelector('input[name=code]') !== null";
/** Nothing is left to choose on a page of ours that is there. */
const NOTHING_TO_CHOOSE =
  "document.querySelector('h1') !== null && location.pathname.startsWith('/pay/') && document.querySelector('input[name=method]') === null";
const TITLE = "document.querySelector('h1')?.textContent ?? ''";

/** The journey that everybody makes, for a browser that the tests' own tools do not drive. */
export class MainJourney {
  private readonly words: Words = wordsOf('zh-CN');

  constructor(
    private readonly browser: OtherBrowser,
    private readonly look: (name: string) => Promise<void>,
  ) {}

  async payByBalance(payUrl: string): Promise<void> {
    await this.open(payUrl);
    await this.browser.click('input[name=method][value=balance]');
    await this.browser.type('input[name=paymentPassword]', PAYMENT_PASSWORD);
    await this.look('choosing');
    await this.browser.click('.pay-bar button[type=submit]');
    await this.expectTitle(this.words.cashier.paid.title);
    await this.look('paid');
  }

  /**
   * Back from the paid page there is nothing left to pay. The order's own page leads on to the result as soon
   * as it has heard of the payment, so that it was gone back is told by the browser, not by the address.
   */
  async goBackFromPaid(): Promise<void> {
    await this.browser.read(
      "(window.wentBack = false, addEventListener('popstate', () => { window.wentBack = true }), true)",
    );
    await this.browser.back();
    const paid = `(${TITLE}).includes('${this.words.cashier.paid.title}')`;
    await this.expect(
      `window.wentBack !== false && ${paid} && ${NOTHING_TO_CHOOSE}`,
      'the page gone back to, which says paid',
    );
    // Whoever goes elsewhere while it is still on its way there breaks that off.
    await this.expect(
      "location.pathname.endsWith('/result') && document.readyState === 'complete'",
      'the result that it leads on to',
    );
  }

  /** By form to the gateway's page, and back by its form. */
  async payByQuickPass(payUrl: string): Promise<void> {
    await this.open(payUrl);
    await this.goToGateway();
    await this.browser.type('input[name=code]', '111111');
    await this.look('gateway');
    await this.browser.click('button.main');
    // Its words are in the language of the browser.
    await this.expect("document.querySelector('#front-return') !== null", 'the gateway’s word');
    await this.browser.click('#front-return button');
    await this.expectTitle(this.words.cashier.paid.title);
    await this.look('back');
  }

  async readReceipt(payUrl: string, amount: string): Promise<void> {
    await this.open(`${payUrl}/receipt`);
    await this.expect(`document.body.innerText.includes('${amount}')`, `a receipt of ${amount}`);
    await this.look('receipt');
  }

  private async goToGateway(): Promise<void> {
    await this.browser.click('input[name=method][value=quickpass]');
    await this.browser.click('.pay-bar button[type=submit]');
    await this.expect(AT_GATEWAY, 'the gateway’s page');
  }

  private open(url: string): Promise<void> {
    return this.browser.open(`${url}?lang=zh-CN`);
  }

  private expectTitle(title: string): Promise<void> {
    return this.expect(`(${TITLE}).includes('${title}')`, `a page that says ${title}`);
  }

  private async expect(expression: string, what: string): Promise<void> {
    // Between two pages there is nothing to read.
    const isSo = () => this.browser.read(expression).then(Boolean, () => false);
    await waitUntil(isSo, {
      timeoutMs: PATIENCE_MS,
      everyMs: 100,
      otherwise: `Waited in vain for ${what}.`,
    });
  }
}
