import { expect, test } from 'vitest';
import { listStatementDifferences } from '@/lib/carrier-statements/list-statement-differences';
import { pool } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import { READER } from '@/tests/support/any-staff';
import { makeCarrierLine, makeUndecidedPayment } from '@/tests/support/carrier-statement-file';
import { ours, stateOfStatements } from '@/tests/support/carrier-statement-scene';
import { beijingDay } from '@/tests/support/factories/let-a-day-pass';
import { makeStory } from '@/tests/support/statement-story';

const differences = async (of: string) =>
  (await listStatementDifferences({ by: READER }))
    .filter(({ month }) => month === of)
    .map(({ lineNo, finding, kind }) => [lineNo, kind, finding]);

test('what is not ours, of another amount, of another state or said twice books nothing and is shown', async () => {
  const story = await makeStory(5);
  const undecided = await makeUndecidedPayment(ours, story.lineId, story.merchantId);
  const stranger = await makeStory(1);
  const answer = await story.import('2026-10', [
    story.line(0),
    { kind: 'paid', channelOrderNo: 'nobodys', amountMinor: 100n },
    stranger.line(0),
    story.line(1, 'paid', 300n),
    { kind: 'paid', channelOrderNo: undecided, amountMinor: 100n },
    story.line(0),
    story.line(0, 'reduction', 101n),
    story.line(2, 'bad_debt', 300n),
    story.line(3),
    story.line(3, 'reduction', 300n),
    story.line(3, 'complaint_refund', 300n),
    story.line(3, 'reduction', 100n),
  ]);
  expect(answer).toMatchObject({ kind: 'booked', lines: 12, matched: 3 });
  expect(await differences('2026-10')).toEqual([
    [2, 'paid', 'not_ours'],
    // Ours, but of another line.
    [3, 'paid', 'not_ours'],
    [4, 'paid', 'amount_differs'],
    [5, 'paid', 'state_differs'],
    [6, 'paid', 'repeated'],
    // More than the payment.
    [7, 'reduction', 'amount_differs'],
    // Never listed as paid.
    [8, 'bad_debt', 'state_differs'],
    // ¥3 and ¥3 of ¥5.
    [11, 'complaint_refund', 'amount_differs'],
    [12, 'reduction', 'repeated'],
  ]);
  expect(await story.part('2026-10')).toMatchObject({
    payments: 2,
    gross: { amountMinor: 600n },
    reductions: 1,
    reduction: { amountMinor: 300n },
    complaints: 0,
    share: { amountMinor: 180n },
    fee: { amountMinor: 4n },
    net: { amountMinor: 116n },
    credited: { amountMinor: 116n },
  });
  const { rows } = await pool().query(
    `SELECT count(*)::int AS asked FROM pgboss.job WHERE name = 'resolve-attempt' AND data->>'attemptId' = $1`,
    [`att_${undecided}`],
  );
  expect(rows).toEqual([{ asked: 1 }]);
});

test('a payment that one statement was booked for is repeated in the next; one that differed may come again', async () => {
  const story = await makeStory(2);
  await story.import('2026-08', [story.line(0), story.line(1, 'paid', 999n)]);
  await story.import('2026-09', [story.line(0), story.line(1)]);
  expect(await story.part('2026-09')).toMatchObject({ payments: 1, gross: { amountMinor: 200n } });
  expect(await differences('2026-09')).toEqual([[1, 'paid', 'repeated']]);
});

test('a carrier keeps the line’s share, a fen up or down, and gives back no more of it than it kept', async () => {
  const lineId = await makeCarrierLine(ours, { shareMillionths: 125_000 });
  const story = await makeStory(4, { lineId });
  const answer = await story.import('2026-06', [
    // 12.5 fen are 13, 37.5 are 38, 62.5 are 63.
    { ...story.line(0), shareMinor: 14n },
    { ...story.line(1), shareMinor: 27n },
    { ...story.line(2), shareMinor: 36n },
    { ...story.line(3), shareMinor: 63n },
    { ...story.line(3, 'reduction', 200n), shareMinor: 40n },
    { ...story.line(3, 'complaint_refund', 100n), shareMinor: 24n },
  ]);
  expect(answer).toMatchObject({ lines: 6, matched: 3 });
  expect(await differences('2026-06')).toEqual([
    [2, 'paid', 'share_differs'],
    [3, 'paid', 'share_differs'],
    [6, 'complaint_refund', 'share_differs'],
  ]);
  expect(await story.part('2026-06')).toMatchObject({ payments: 2, share: cny(14n + 63n - 40n) });
  await story.import('2026-07', [
    { ...story.line(1), shareMinor: 25n },
    { ...story.line(3, 'complaint_refund', 100n), shareMinor: 23n },
    { ...story.line(3, 'bad_debt', 100n), shareMinor: 1n },
  ]);
  expect(await differences('2026-07')).toEqual([[3, 'bad_debt', 'share_differs']]);
  expect(await story.part('2026-07')).toMatchObject({ share: cny(25n - 23n) });
});

test('a file with no share that was agreed changes nothing, and is told apart from another line’s', async () => {
  const story = await makeStory(1);
  const before = await stateOfStatements();
  await expect(
    story.import('2026-10', [{ ...story.line(0), shareMinor: 60n }]),
  ).rejects.toMatchObject({ code: 'statement_share_differs' });
  expect(await stateOfStatements()).toBe(before);
});

test('the same reduction is booked once, and another one of the payment as far as something is left', async () => {
  const story = await makeStory(4);
  const reduction = { ...story.line(3, 'reduction', 100n), at: '2026-04-10 10:00:00' };
  const later = { ...reduction, at: '2026-05-10 10:00:00' };
  await story.import('2026-04', [story.line(3), reduction]);
  const answer = await story.import('2026-05', [
    story.line(0),
    reduction,
    later,
    later,
    // With what was said twice left out, this is all that is left.
    story.line(3, 'complaint_refund', 300n),
    story.line(3, 'bad_debt', 1n),
  ]);
  expect(answer).toMatchObject({ lines: 6, matched: 3 });
  expect(await differences('2026-05')).toEqual([
    [2, 'reduction', 'repeated'],
    [4, 'reduction', 'repeated'],
    [6, 'bad_debt', 'amount_differs'],
  ]);
  expect(await story.part('2026-05')).toMatchObject({
    reduction: cny(100n),
    complaint: cny(300n),
  });
});

test('a file of which no line is a payment of the line changes nothing: it is another line’s', async () => {
  const [story, other] = [await makeStory(1), await makeStory(1)];
  const before = await stateOfStatements();
  await expect(story.import('2026-10', [other.line(0)])).rejects.toMatchObject({
    code: 'statement_of_another_line',
  });
  expect(await stateOfStatements()).toBe(before);
  expect(await story.import('2026-10', [story.line(0)])).toMatchObject({ kind: 'booked' });
});

test('another file for the same line and month is refused, and changes nothing', async () => {
  const story = await makeStory(2);
  await story.import('2026-10', [story.line(0)]);
  const before = await stateOfStatements();
  await expect(story.import('2026-10', [story.line(0), story.line(1)])).rejects.toMatchObject({
    code: 'statement_exists',
    facts: { month: '2026-10' },
  });
  expect(await stateOfStatements()).toBe(before);
});

test('the same file many times at one moment is booked once', async () => {
  const story = await makeStory(3);
  const lines = [story.line(0), story.line(1), story.line(2)];
  const answers = await Promise.all([1, 2, 3, 4].map(() => story.import('2026-10', lines)));
  expect(answers.map(({ kind }) => kind).sort()).toEqual(['booked', 'known', 'known', 'known']);
  expect(new Set(answers.map(({ statementId }) => statementId)).size).toBe(1);
});

test('a month that is not over has no statement', async () => {
  const story = await makeStory(1);
  for (const month of [(await beijingDay()).slice(0, 7), '2999-01', '2026-13', 'x']) {
    await expect(story.import(month, [story.line(0)])).rejects.toMatchObject({
      code: 'statement_month_invalid',
    });
  }
});
