import { expect, test } from 'vitest';
import { payInput } from '@/app/(cashier)/pay/[token]/input';

const quickpass = { method: 'quickpass', token: 'tok_1' };
const ticked = { ...quickpass, useBalance: 'on', balancePartFen: '4000', code: '' };
const fieldsOf = (form: object) =>
  payInput.safeParse(form).error?.issues.map(({ path, message }) => [path[0], message]);

test('without the box the balance’s fields are nothing, whatever stands in them', () => {
  const left = { balancePartFen: 'much', paymentPassword: 'half', code: '12' };
  expect(payInput.parse({ ...quickpass, ...left })).toEqual(quickpass);
  const card = { method: 'card', token: 'tok_1', agreementId: 'new' };
  expect(payInput.parse({ ...card, ...left })).toEqual(card);
});

test('with it the part is what the page has said, and a password is asked for by its own words', () => {
  expect(payInput.parse({ ...ticked, paymentPassword: '１３５７９０' })).toMatchObject({
    balancePartFen: 4_000n,
    paymentPassword: '135790',
  });
  expect(fieldsOf({ ...ticked, paymentPassword: '' })).toEqual([
    ['paymentPassword', 'cashier.password.required'],
  ]);
  for (const balancePartFen of ['0', '-1', '1.5', '１２', undefined]) {
    const form = { ...ticked, balancePartFen, paymentPassword: '135790' };
    expect(fieldsOf(form)?.map(([path]) => path)).toEqual(['balancePartFen']);
  }
});

test('a card that is yet to be added asks for no password, whatever is ticked', () => {
  const card = { method: 'card', token: 'tok_1', agreementId: 'new' };
  expect(payInput.parse({ ...card, useBalance: 'on', paymentPassword: '' })).toEqual(card);
  const bound = { ...card, agreementId: `agr_${'0'.repeat(26)}`, useBalance: 'on' };
  expect(fieldsOf({ ...bound, balancePartFen: '1', paymentPassword: '' })).toEqual([
    ['paymentPassword', 'cashier.password.required'],
  ]);
});

test('a balance that pays all of it, and a phone’s bill, combine with nothing', () => {
  const balance = { method: 'balance', token: 'tok_1', paymentPassword: '135790' };
  expect(payInput.parse({ ...balance, useBalance: 'on', balancePartFen: '1' })).toEqual(balance);
  const carrier = { method: 'carrier', token: 'tok_1' };
  expect(payInput.parse({ ...carrier, useBalance: 'on', balancePartFen: '1' })).toEqual(carrier);
});

test('the key of a form is passed on, and only what can be one', () => {
  const formKey = 'aB3_-'.repeat(5);
  expect(payInput.parse({ ...quickpass, formKey })).toMatchObject({ formKey });
  expect(fieldsOf({ ...quickpass, formKey: 'short' })?.[0]?.[0]).toBe('formKey');
});
