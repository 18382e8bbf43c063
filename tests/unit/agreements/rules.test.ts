import { expect, test } from 'vitest';
import { anotherMayDiffer, nextAskAt, tellingReason } from '@/lib/agreements/rules';
import { ASKABLE, CHANNEL_AGREEMENT, IN_DOUBT, LIVE, OPEN } from '@/lib/agreements/states';

test('the word that says most about the shopper’s details is told', () => {
  expect(tellingReason(['phone_mismatch', 'card_unsupported'])).toBe('phone_mismatch');
  expect(tellingReason(['identity_or_phone_mismatch', 'phone_mismatch'])).toBe('phone_mismatch');
  expect(tellingReason(['identity_or_phone_mismatch', 'not_received'])).toBe(
    'identity_or_phone_mismatch',
  );
  expect(tellingReason(['phone_mismatch', 'identity_mismatch'])).toBe('identity_mismatch');
  expect(tellingReason(['channel_closed', 'declined'])).toBe('declined');
});

test('what a channel holds against the person or the card is not tried elsewhere', () => {
  for (const reason of ['identity_mismatch', 'risk_refused', 'declined', 'card_invalid'] as const) {
    expect(anotherMayDiffer(reason)).toBe(false);
  }
  expect(anotherMayDiffer('identity_or_phone_mismatch')).toBe(true);
});

test('asking follows the channel’s schedule from the call on, then every two hours', () => {
  const calledAt = new Date('2026-11-26T10:00:00Z');
  const at = (seconds: number) => new Date(calledAt.getTime() + seconds * 1000);
  const scheduleSeconds = [2, 60];
  expect(nextAskAt({ now: calledAt, calledAt, scheduleSeconds })).toEqual(at(2));
  expect(nextAskAt({ now: at(2), calledAt, scheduleSeconds })).toEqual(at(60));
  expect(nextAskAt({ now: at(60), calledAt, scheduleSeconds })).toEqual(at(60 + 7200));
});

test('only a signing under way can be in doubt, and what is in doubt is never given up by time', () => {
  expect(IN_DOUBT.every((state) => OPEN.includes(state) && ASKABLE.includes(state))).toBe(true);
  expect(LIVE).toEqual([...OPEN, 'active']);
  expect(CHANNEL_AGREEMENT.created.lose).toBeUndefined();
  expect(CHANNEL_AGREEMENT.code_sent.lose).toBeUndefined();
  expect(CHANNEL_AGREEMENT.unknown.end).toBeUndefined();
});
