import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import enCashier from '@/app/_messages/en/cashier.json';
import enStatus from '@/app/_messages/en/cashier-status.json';
import en from '@/app/_messages/en/words.json';
import zhCashier from '@/app/_messages/zh-CN/cashier.json';
import zhStatus from '@/app/_messages/zh-CN/cashier-status.json';
import zh from '@/app/_messages/zh-CN/words.json';
import { AFTER_PRESS, tellPress } from '@/components/cashier/press-telling';
import { FAILURE_REASONS, moneyWhenOver, tellFailure } from '@/components/cashier/telling';
import { REFUSALS } from '@/lib/core/refusals';

const LANGUAGES = [
  ['zh-CN', { words: zh, cashier: zhCashier, status: zhStatus }],
  ['en', { words: en, cashier: enCashier, status: enStatus }],
] as const;
const METHODS = ['balance', 'quickpass', 'card', 'carrier'] as const;
const SAYS_NOT_TAKEN = /没有扣款|没有扣费|不会扣款|(nothing|not) (was )?(charged|taken)/i;

const told = FAILURE_REASONS.flatMap((reason) =>
  METHODS.flatMap((method) =>
    [false, true].map((held) => ({ reason, method, ...tellFailure(reason, { method, held }) })),
  ),
);
const afterPress = Object.values(AFTER_PRESS);
const sorted = (keys: Iterable<string>) => [...new Set(keys)].sort();

test.each(LANGUAGES)(
  '%s tells of every failure what happened, whether money was taken and what to do next, and of nothing else',
  (_locale, { words }) => {
    expect(sorted(Object.keys(words.failure))).toEqual(sorted(FAILURE_REASONS));
    for (const reason of Object.keys(words.failureByPhone)) {
      expect(FAILURE_REASONS).toContain(reason);
    }
    const money = [...told.map((one) => one.money), ...afterPress.map((one) => one.money)];
    expect(sorted(Object.keys(words.money))).toEqual(sorted(money));
    expect(sorted(Object.keys(words.next))).toEqual(
      sorted([...told, ...afterPress].map(({ next }) => next).filter((next) => next !== 'said')),
    );
  },
);

test.each(LANGUAGES)('%s keeps the three parts apart', (_locale, { words }) => {
  const what = [...Object.values(words.failure), ...Object.values(words.failureByPhone)];
  for (const text of [...what, ...Object.values(words.next)]) {
    expect(text).not.toMatch(SAYS_NOT_TAKEN);
  }
  for (const text of what) {
    expect(text).not.toMatch(/请(?!求)|可以|please|try /i);
    expect(text).toMatch(/[。.]$/);
  }
});

test.each(LANGUAGES)(
  '%s says that no money was taken where that is certain, and nowhere else',
  (_locale, { words, cashier, status }) => {
    for (const certain of ['not_taken', 'released', 'not_taken_now'] as const) {
      expect(words.money[certain]).toMatch(SAYS_NOT_TAKEN);
    }
    expect(words.over.money.not_taken).toMatch(SAYS_NOT_TAKEN);
    const doubtful = [
      words.money.in_doubt,
      words.money.paid_once,
      words.over.money.may_come,
      words.over.money.coming_back,
      words.trouble.money,
      cashier.broken,
      cashier.offline,
      cashier.pay.offline,
      ...Object.values(cashier.waiting.unknown),
      ...Object.values(cashier.waiting.waiting),
      ...Object.values(cashier.waiting.host),
      ...Object.values(cashier.waiting.checking),
      cashier.waiting.sameAgain,
      cashier.qr.unsure,
      ...Object.values(cashier.leftBehindThen),
      ...Object.values(status.asked),
      ...Object.values(status.expected),
      ...Object.values(status.elsewhere),
      cashier.launch.offline,
      ...Object.values(cashier.leftBehind).flatMap((states) =>
        Object.values<string | Record<string, string>>(states).flatMap((told) =>
          typeof told === 'string' ? [told] : Object.values(told),
        ),
      ),
    ];
    for (const text of doubtful) {
      expect(text.replace(/(not|nothing) (be )?charged (again|twice)/gi, '')).not.toMatch(
        SAYS_NOT_TAKEN,
      );
    }
  },
);

test('an order that is over took nothing, unless an attempt was left behind', () => {
  expect(moneyWhenOver([])).toBe('not_taken');
  expect(moneyWhenOver([{ state: 'superseded' }, { state: 'returned' }])).toBe('may_come');
  expect(moneyWhenOver([{ state: 'late_succeeded' }])).toBe('coming_back');
  expect(moneyWhenOver([{ state: 'returned' }])).toBe('coming_back');
});

test('a refusal leaves the money to the sentence that follows it', () => {
  const twice = Object.entries(REFUSALS).filter(
    ([code, { zh, en }]) => code in AFTER_PRESS && SAYS_NOT_TAKEN.test(`${zh} ${en}`),
  );
  expect(twice.map(([code]) => code)).toEqual([]);
});

/** Thrown in these modules, but answered to no page of an order. */
const NOT_AT_THE_PAGE: Record<string, string> = {
  order_not_found: 'is a page of its own',
  not_permitted: 'is for merchants and staff',
  not_found: 'is caught where it is met',
  invalid_request: 'is for the merchant API',
  order_conflict: 'is for the merchant API',
  customer_not_found: 'is for the merchant API',
};

test('a press that is refused says whether money was taken, whatever it was refused for', () => {
  const thrown = ['payments', 'customers', 'agreements'].flatMap((module) =>
    readdirSync(`lib/${module}`)
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [
        ...readFileSync(`lib/${module}/${name}`, 'utf8').matchAll(/new Refusal\('(\w+)'/g),
      ]),
  );
  const codes = sorted(thrown.map(([, code = '']) => code));
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !(code in AFTER_PRESS) && !(code in NOT_AT_THE_PAGE))).toEqual([]);
  expect(tellPress('link_expired')).toBeUndefined();
});

const SAYS_NEXT = {
  zh: /请(?!求)|可以/,
  en: /\b(please|try (again|another)|choose|check|enter a|wait|ask for|reload|switch|set a new|sign in|use|unbind)\b/i,
};

test('a press that is refused says what happened and what to do next, once, in both languages', () => {
  expect(afterPress.length).toBeGreaterThan(45);
  for (const [code, { next }] of Object.entries(AFTER_PRESS)) {
    const { zh: inChinese, en: inEnglish } = REFUSALS[code as keyof typeof AFTER_PRESS];
    expect([code, SAYS_NEXT.zh.test(inChinese)]).toEqual([code, next === 'said']);
    expect([code, SAYS_NEXT.en.test(inEnglish)]).toEqual([code, next === 'said']);
  }
});
