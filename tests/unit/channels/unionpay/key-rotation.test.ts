import { expect, test } from 'vitest';
import { UnauthenticNotice } from '@/lib/channels/notice-port';
import { createUnionPayAdapter } from '@/lib/channels/unionpay/adapter';
import {
  issueCertificate,
  makeRail,
  noticeBody,
  paidNotice,
  SIGNED_AT,
  SIGNER_NAME,
  signAsGateway,
} from '@/tests/support/unionpay-fixtures';

const MINUTES = 60_000;
const later = (ms: number) => new Date(SIGNED_AT.getTime() + ms);

test('while UnionPay changes its key both are believed, each in its own time and about one payment once', async () => {
  const { middle: issuer, ...rail } = await makeRail();
  const adapter = createUnionPayAdapter(rail.config('https://gateway.example'));
  const commonName = SIGNER_NAME;
  // They overlap from ten minutes before to ten minutes after the change.
  const [old, next] = await Promise.all([
    issueCertificate({ commonName, issuer, notAfter: later(10 * MINUTES), serialNumber: '0a' }),
    issueCertificate({ commonName, issuer, notBefore: later(-10 * MINUTES), serialNumber: '0b' }),
  ]);
  const read = (signer: typeof old, afterMs: number) =>
    adapter.readNotice({
      body: noticeBody(signAsGateway(paidNotice(), signer)),
      receivedAt: later(afterMs),
    });

  for (const minutes of [-9, 0, 9]) {
    const [one, other] = [read(old, minutes * MINUTES), read(next, minutes * MINUTES)];
    expect(one.noticeKey).toBe(other.noticeKey);
    expect(other.outcome.kind).toBe('succeeded');
  }
  expect(read(old, -11 * MINUTES).outcome.kind).toBe('succeeded');
  expect(() => read(next, -11 * MINUTES)).toThrow(UnauthenticNotice);
  expect(read(next, 11 * MINUTES).outcome.kind).toBe('succeeded');
  expect(() => read(old, 11 * MINUTES)).toThrow(UnauthenticNotice);
});
