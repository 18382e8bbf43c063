import { expect, test } from 'vitest';
import { readPayload, shownField } from '@/lib/support/payload-rules';

const CARD = '6225880000004821';
const SECRETS = [CARD, '13800138000', '110101199003074514', '林小禾', 'MIIEvQ'];

const shown = (text: string) =>
  Object.fromEntries(
    readPayload(text).map(({ name, value, shown }) => [name, `${shown} ${value}`]),
  );

test('a form’s numbers of the payment are shown whole, its signature not at all, its card in part', () => {
  const text = new URLSearchParams({
    ...{ orderId: '01jd7mafghjkmnpq', queryId: '321011261803000123456', txnTime: '20261126180300' },
    ...{
      accNo: CARD,
      signature: 'MIIEvQ=='.repeat(20),
      customerInfo: 'e2NlcnRpZklkPTEx',
      respMsg: `成功${CARD}`,
    },
  }).toString();
  const fields = shown(text);
  expect(fields).toMatchObject({
    ...{ orderId: 'plain 01jd7mafghjkmnpq', queryId: 'plain 321011261803000123456' },
    ...{ txnTime: 'plain 20261126180300', accNo: 'masked ****21', respMsg: 'masked 成功****21' },
    ...{ signature: 'withheld 160', customerInfo: 'withheld 16' },
  });
});

test('JSON and XML are read by their innermost names', () => {
  const json = JSON.stringify({
    id: 'e1',
    data: {
      paymentId: 'p-1',
      phoneNumber: '+8613800138000',
      access_token: 'abc',
      holderName: '林小禾',
    },
  });
  expect(shown(json)).toEqual({
    ...{ id: 'plain e1', 'data.paymentId': 'plain p-1', 'data.phoneNumber': 'masked +****00' },
    ...{ 'data.access_token': 'withheld 3', 'data.holderName': 'masked 林**' },
  });
  expect(
    shown('<root><MsgTp>epcc.1</MsgTp><SgnAcctId>6225880000004821</SgnAcctId></root>'),
  ).toEqual({
    ...{ MsgTp: 'plain epcc.1', SgnAcctId: 'masked ****21' },
  });
});

test('nothing that identifies a person comes through in any form of message', () => {
  const person = {
    ...{ accNo: CARD, phone: '13800138000', certifId: '110101199003074514', customerNm: '林小禾' },
    ...{ sign: 'MIIEvQ', note: `call 138 0013 8000, card ${CARD}` },
  };
  const xml = Object.entries(person).map(([name, value]) => `<${name}>${value}</${name}>`);
  const messages = [
    new URLSearchParams(person).toString(),
    JSON.stringify({ data: person }),
    `<a>${xml.join('')}</a>`,
    `free text ${Object.values(person).slice(0, 3).join(' ')}`,
  ];
  for (const message of messages) {
    const told = JSON.stringify(readPayload(message));
    for (const secret of [...SECRETS, '138 0013 8000']) expect(told).not.toContain(secret);
  }
});

test('a long value is cut and carries no control characters', () => {
  const { value } = shownField('respMsg', `a\u0000b${'字'.repeat(1_000)}`);
  expect(value).toHaveLength(300);
  expect(value.startsWith('a b')).toBe(true);
});

test('a phone or a card is masked also under the name of a number of payments, and a payment’s own number is not', () => {
  const seen = (name: string, value: string) => shownField(name, value).value;
  expect(seen('id', '13800138000')).toBe('****00');
  expect(seen('orderId', CARD)).toBe('****21');
  expect(seen('queryId', '321011261803000123456')).toBe('321011261803000123456');
  // A time passes Luhn's check as often as any number does.
  expect(seen('txnTime', '20261126180306')).toBe('20261126180306');
});

test('in a field that nobody knows a name, an address or a mailbox comes through no more than in part', () => {
  const seen = (name: string, value: string) => shownField(name, value);
  expect(seen('data.remark1', '林小禾')).toMatchObject({ value: '林**', shown: 'masked' });
  expect(seen('addr', '北京市海淀区中关村 1 号').value).toBe('北**');
  expect(seen('contact', 'lin@example.com').value).toBe('l**');
  expect(seen('respMsg', '交易超限[6100030]')).toMatchObject({ shown: 'plain' });
});
