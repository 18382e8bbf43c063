import { expect, test } from 'vitest';
import { exportMerchantStatement } from '@/lib/carrier-statements/export-merchant-statement';
import { importCarrierStatement } from '@/lib/carrier-statements/import-carrier-statement';
import { COLUMNS } from '@/lib/carrier-statements/rules';
import { pool } from '@/lib/core/db';
import { lineText } from '@/tests/support/carrier-statement-file';
import { stateOfStatements } from '@/tests/support/carrier-statement-scene';
import { staffWithCode } from '@/tests/support/make-staff';
import { makeStory } from '@/tests/support/statement-story';

async function* bytesOf(...pieces: string[]): AsyncGenerator<Uint8Array, void, void> {
  for (const piece of pieces) yield Buffer.from(piece);
}

test('a file with lines that cannot be understood changes nothing, and each of them is named', async () => {
  const story = await makeStory(2);
  const before = await stateOfStatements();
  const text = [
    `\uFEFF${COLUMNS.join(',')}\r\n`,
    lineText(story.line(0), 1),
    lineText(story.line(1), 2).replace('2.00', '2.005'),
    lineText(story.line(1), 4),
  ];
  const sent = importCarrierStatement({
    lineId: story.lineId,
    month: '2026-10',
    bytes: bytesOf(...text),
    ...(await staffWithCode('finance')),
  });
  await expect(sent).rejects.toMatchObject({
    code: 'statement_has_problems',
    fields: [
      { path: '3', problem: 'not_whole_fen' },
      { path: '4', problem: 'line_no' },
    ],
  });
  expect(await stateOfStatements()).toBe(before);
});

test('a payment of another month, by Beijing’s calendar, keeps the whole file out; what takes from one may be of any', async () => {
  const story = await makeStory(2);
  const before = await stateOfStatements();
  for (const at of ['2026-09-30 23:59:59', '2026-10-31T16:00:00Z']) {
    const sent = story.import('2026-10', [story.line(0), { ...story.line(1), at }]);
    await expect(sent).rejects.toMatchObject({
      code: 'statement_of_another_month',
      facts: { line: 2, month: '2026-10' },
    });
  }
  expect(await stateOfStatements()).toBe(before);
  const late = { ...story.line(0, 'reduction', 50n), at: '2026-11-02 09:00:00' };
  expect(await story.import('2026-10', [story.line(0), late])).toMatchObject({ matched: 2 });
});

test('an upload that breaks off, and a day-old draft of a killed process, leave nothing', async () => {
  const story = await makeStory(1);
  const before = await stateOfStatements();
  await pool().query(
    `INSERT INTO carrier_statement_drafts VALUES ('cas_old', now() - interval '25 hours')`,
  );
  await pool().query(
    `INSERT INTO carrier_draft_lines VALUES ('cas_old', 1, 'paid', 'x', 'y', 1, 0, now())`,
  );
  async function* broken(): AsyncGenerator<Uint8Array, void, void> {
    yield Buffer.from(`${COLUMNS.join(',')}\n${lineText(story.line(0), 1)}`);
    throw new Error('gone');
  }
  const { lineId } = story;
  const sent = importCarrierStatement({
    lineId,
    month: '2026-10',
    bytes: broken(),
    ...(await staffWithCode('finance')),
  });
  await expect(sent).rejects.toThrow('gone');
  expect(await stateOfStatements()).toBe(before);
});

test('the merchant’s file tells its own lines only, what takes from a payment below zero', async () => {
  const story = await makeStory(3);
  const other = await makeStory(1, { lineId: story.lineId });
  const { statementId } = await story.import('2026-10', [
    story.line(2),
    other.line(0),
    { ...story.line(2, 'reduction', 200n), shareMinor: 60n },
  ]);
  let text = '';
  for await (const piece of exportMerchantStatement({ ...story, statementId, locale: 'en' }))
    text += piece;
  const number = story.line(2).channelOrderNo;
  expect(text).toBe(
    `\uFEFFLine,Kind,Order number,Payment number,Amount,Carrier’s share,When\r\n` +
      `1,Paid,${number},${number},3.00,0.90,2026-10-15 12:00:00\r\n` +
      `3,Reduction,${number},${number},-2.00,-0.60,2026-10-15 12:00:00\r\n`,
  );
  const stranger = await makeStory(1);
  const theirs = exportMerchantStatement({
    merchantId: stranger.merchantId,
    statementId,
    locale: 'en',
  });
  await expect(theirs.next()).rejects.toMatchObject({ code: 'not_found' });
});
