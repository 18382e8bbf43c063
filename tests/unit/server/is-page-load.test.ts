import { expect, test } from 'vitest';
import { isPageLoad } from '@/app/_server/is-page-load';

test.each([
  ['a browser that opens or reloads a page', 'text/html,application/xhtml+xml,*/*;q=0.8', true],
  ['an open page that is drawn again', '*/*', false],
  ['a form that is posted by script', 'text/x-component', false],
])('%s says so by what it accepts', (_, accept, expected) => {
  expect(isPageLoad(new Headers({ accept }))).toBe(expected);
});

test('whoever says nothing loads no page', () => {
  expect(isPageLoad(new Headers())).toBe(false);
});
