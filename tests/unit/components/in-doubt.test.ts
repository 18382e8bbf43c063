import { createElement } from 'react';
import { describe, expect, test } from 'vitest';
import cashier from '@/app/_messages/zh-CN/cashier.json';
import status from '@/app/_messages/zh-CN/cashier-status.json';
import {
  after,
  type Changes,
  type Live,
  late,
  view,
  waitingFor,
} from '@/app/(gallery)/gallery/_fixtures/base';
import { LeftBehind } from '@/components/cashier/left-behind';
import { PayingElsewhere } from '@/components/cashier/paying-elsewhere';
import { QrStep } from '@/components/cashier/qr-step';
import { Waiting } from '@/components/cashier/waiting';
import { shownInChinese } from '@/tests/support/shown-in-chinese';

const nothing = async () => ({ status: 'idle' as const });
const FORM = { type: 'post-form' as const, url: '/pay-there', fields: {} };
const QR = { type: 'show-qr' as const, content: 'https://qr.example/1' };
const ON = 'continue with the same payment';

const drawn = (
  facts: Partial<Live>,
  draw: (both: {
    view: ReturnType<typeof view>;
    live: Live;
    token: string;
    ask: typeof nothing;
    change: typeof nothing;
  }) => React.ReactElement,
) => {
  const seen = waitingFor(facts);
  return seen.live
    ? shownInChinese(
        draw({ view: seen, live: seen.live, token: 't', ask: nothing, change: nothing }),
      )
    : '';
};
const waiting = (facts: Partial<Live>) =>
  drawn(facts, (both) => createElement(Waiting, both, createElement('b', null, ON)));
const elsewhere = (facts: Partial<Live>) =>
  drawn({ here: false, ...facts }, (both) => createElement(PayingElsewhere, both));
const qr = (facts: Partial<Live>) =>
  drawn({ surface: 'qr', nextStep: QR, ...facts }, ({ ask, change, ...both }) =>
    createElement(QrStep, { ...both, onPhone: false, actions: { ask, change, renew: nothing } }),
  );

describe('while nobody can say how a payment ends', () => {
  test.each([
    ['no answer, nothing to go on with', waiting({ state: 'unknown' })],
    ['no answer, and its page can still be opened', waiting({ state: 'unknown', nextStep: FORM })],
    ['the channel says to wait', waiting({ nextStep: { type: 'wait' } })],
    ['its time is over', waiting({ payableUntil: after(-30) })],
    ['it is paid in another browser', elsewhere({ nextStep: FORM })],
    ['… and has no answer', elsewhere({ state: 'unknown' })],
    ['by QR code', qr({ state: 'unknown' })],
  ])(
    'the page says not to pay again, when to expect the result, and the order’s number: %s',
    (_name, page) => {
      expect(page).toContain('请勿重复支付');
      expect(page).toMatch(/通常 1 分钟内有结果|预计 \d\d:\d\d 前有结果|比平时慢/);
      expect(page).toContain(status.orderNo.copy);
    },
  );

  test('asking comes before going on, and no time to pay is set', () => {
    const unsure = waiting({ state: 'unknown', nextStep: FORM });
    const [ask, on] = [unsure.indexOf(cashier.waiting.ask), unsure.indexOf(ON)];
    expect(ask).toBeGreaterThan(0);
    expect(on).toBeGreaterThan(ask);
    expect(unsure).toContain(cashier.waiting.sameAgain);
    expect(unsure).not.toMatch(/请在 \d\d:\d\d 前完成/);
    // While the shopper is expected to pay, that comes first.
    const sure = waiting({ nextStep: FORM });
    expect(sure.indexOf(ON)).toBeLessThan(sure.indexOf(cashier.waiting.ask));
    expect(sure).toMatch(/请在 \d\d:\d\d 前完成/);
  });
});

test('what is said of money that may still come is what will be done with it', () => {
  const { leftBehindThen: then } = cashier;
  const said = (order: Changes['order'], ...attempt: Parameters<typeof late>) =>
    shownInChinese(
      createElement(LeftBehind, { view: view({ order, leftBehind: [late(...attempt)] }) }),
    );
  expect(said({ state: 'open' }, 'card', 'superseded', 'pays')).toContain(then.open);
  expect(said({ state: 'paid' }, 'card', 'superseded', 'goes_back')).toContain(then.extra);
  expect(said({ state: 'expired' }, 'card', 'superseded', 'pays')).toContain(then.pays);
  expect(said({ state: 'expired' }, 'card', 'superseded', 'goes_back')).toContain(then.goes_back);
  expect(said({ state: 'closed' }, 'card', 'superseded', 'merchant_decides')).toContain(
    then.merchant_decides,
  );
  expect(said({ state: 'expired' }, 'card', 'late_succeeded', 'goes_back')).toContain(then.late);
  const { card } = cashier.leftBehind;
  expect(said({ state: 'expired' }, 'card', 'late_succeeded', 'merchant_decides')).toContain(
    card.late_open.body,
  );
});
