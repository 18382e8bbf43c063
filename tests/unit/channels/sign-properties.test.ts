import { createPrivateKey, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readAnswer, readForm } from '@/lib/channels/unionpay/read-fields';
import { signatureMatches, signFields } from '@/lib/channels/unionpay/sign';
import { answerBody, issueCertificate, noticeBody } from '@/tests/support/unionpay-fixtures';

let pem: string;
let privateKey: KeyObject;
beforeAll(async () => {
  const issued = await issueCertificate({ commonName: 'SIGNER' });
  pem = issued.pem;
  privateKey = createPrivateKey(issued.privateKeyPem);
});

const name = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9]{0,11}$/)
  .filter((key) => key !== 'signature' && key !== 'certId');
const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');
const message = fc.dictionary(name, value, { minKeys: 1, maxKeys: 8, noNullPrototype: true });
const sign = (fields: Record<string, string>) => signFields(fields, { privateKey, certId: '1' });

test('whatever is signed is accepted, in any order of fields', () => {
  fc.assert(
    fc.property(message, (fields) => {
      const pairs = Object.entries(sign(fields));
      expect(signatureMatches(Object.fromEntries(pairs.reverse()), pem)).toBe(true);
    }),
  );
});

test('a change of any one character of any field is refused', () => {
  fc.assert(
    fc.property(
      message,
      fc.nat(),
      fc.nat(),
      fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }),
      (fields, which, where, character) => {
        const signed = sign(fields);
        const entries = Object.entries(signed);
        const [key, text] = entries[which % entries.length] ?? ['', ''];
        const at = where % text.length;
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        fc.pre(changed !== text);
        expect(signatureMatches({ ...signed, [key]: changed }, pem)).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

test('a field put in or taken out is refused', () => {
  fc.assert(
    fc.property(message, name, fc.string(), (fields, extra, text) => {
      fc.pre(!Object.hasOwn(fields, extra));
      const signed = sign(fields);
      expect(signatureMatches({ ...signed, [extra]: text }, pem)).toBe(false);
      const [first = ''] = Object.keys(fields);
      const { [first]: _, ...less } = signed;
      expect(signatureMatches(less, pem)).toBe(false);
    }),
  );
});

test('a signed message survives the form it travels in', () => {
  fc.assert(
    fc.property(message, (fields) => {
      const signed = sign(fields);
      const read = readForm(noticeBody(signed));
      expect(read).toEqual({ ok: true, fields: signed });
    }),
  );
});

const plain = fc.stringMatching(/^[^&{}[\]]*$/);
const opaque = fc
  .tuple(plain, fc.array(fc.tuple(name, plain), { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([before, pairs, curly]) => {
    const inner = pairs.map((pair) => pair.join('=')).join('&');
    return before + (curly ? `{${inner}}` : `[${inner}]`);
  });

test('an answer with bracketed values is read back exactly', () => {
  const answer = fc.dictionary(name, fc.oneof(plain, opaque), {
    minKeys: 1,
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(answer, (fields) => {
      expect(readAnswer(answerBody(fields))).toEqual({ ok: true, fields });
    }),
  );
});
