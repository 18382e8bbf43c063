import { expect, test } from 'vitest';
import { bindInput, signingCodeInput } from '@/app/(cashier)/pay/[token]/cards/input';
import { CARD_TERMS_VERSION } from '@/app/(cashier)/pay/[token]/cards/terms-version';
import { payInput } from '@/app/(cashier)/pay/[token]/input';

const token = 'x'.repeat(43);
const agreementId = `agr_${'a'.repeat(26)}`;
const typed = {
  who: 'typed',
  token,
  cardNo: '６２００ 0000-0000 0005',
  name: ' 张三 ',
  idNo: '11010119900307003８',
  phone: '138 0013 8000',
  consent: CARD_TERMS_VERSION,
};
const fieldsOf = (input: object) =>
  bindInput.safeParse(input).error?.issues.map(({ path }) => path.join('.'));

test('the four elements are read as people type them', () => {
  expect(bindInput.parse(typed)).toEqual({
    ...typed,
    cardNo: '6200000000000005',
    name: '张三',
    idNo: '110101199003070038',
    phone: '13800138000',
  });
});

test('nothing but the four elements gets in: an expiry or a security code is dropped', () => {
  const read = bindInput.parse({ ...typed, cvn2: '123', expired: '3012' });
  expect(Object.keys(read).sort()).toEqual(Object.keys(typed).sort());
});

test('no card is bound without consent to the text that stands there now', () => {
  const { consent: _, ...unticked } = typed;
  expect(fieldsOf(unticked)).toEqual(['consent']);
  expect(fieldsOf({ ...typed, consent: '2020-01-01' })).toEqual(['consent']);
});

test('whom the wallet has identified need not say who they are; everybody else must', () => {
  const { name: _, idNo: __, ...rest } = typed;
  expect(fieldsOf({ ...rest, who: 'identified' })).toBeUndefined();
  expect(fieldsOf(rest)).toEqual(['name', 'idNo']);
});

test('a code is six digits, for a card and perhaps a channel of ours', () => {
  const code = { token, agreementId, code: ' １２３ 456 ' };
  expect(signingCodeInput.parse(code)).toEqual({ token, agreementId, code: '123456' });
  for (const wrong of [
    { ...code, code: '12345' },
    { ...code, agreementId: 'agr_\0' },
    { ...code, for: 'elsewhere' },
  ]) {
    expect(signingCodeInput.safeParse(wrong).success).toBe(false);
  }
});

test('a payment by card names a card, or that one has to be added first', () => {
  const by = (agreement?: string) =>
    payInput.safeParse({ method: 'card', token, agreementId: agreement }).success;
  expect([by(agreementId), by('new'), by(), by('')]).toEqual([true, true, false, false]);
});
