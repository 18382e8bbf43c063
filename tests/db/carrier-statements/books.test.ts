import { expect, test } from 'vitest';
import { findingsWith } from '@/tests/support/factories/ledger';
import { makeStory } from '@/tests/support/statement-story';

async function scene() {
  const story = await makeStory(3);
  const { statementId } = await story.import('2026-10', [
    story.line(0),
    story.line(1),
    story.line(1, 'reduction', 100n),
  ]);
  return { statementId, merchantId: story.merchantId, part: `${statementId}:${story.merchantId}` };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const CODES = {
  lines: 'carrier_statement_differs_from_lines',
  entries: 'carrier_statement_booked_otherwise',
  lost: 'carrier_statement_lost_lines',
  pending: 'pending_differs_from_unsettled',
} as const;

const SPOILED: [what: string, spoil: (made: Scene) => string, codes: (keyof typeof CODES)[]][] = [
  [
    'what a merchant was told',
    ({ statementId }) =>
      `UPDATE carrier_merchant_statements SET gross_minor = gross_minor + 1, net_minor = net_minor + 1
        WHERE statement_id = '${statementId}'`,
    ['lines'],
  ],
  [
    'what a merchant was credited',
    ({ statementId }) =>
      `UPDATE carrier_merchant_statements SET credited_minor = 0 WHERE statement_id = '${statementId}'`,
    ['entries', 'pending'],
  ],
  [
    'a share',
    ({ statementId }) =>
      `UPDATE carrier_merchant_statements SET share_minor = 0, net_minor = net_minor + share_minor
        WHERE statement_id = '${statementId}'`,
    ['entries', 'lines', 'pending'],
  ],
  [
    'how many complained',
    ({ statementId }) =>
      `UPDATE carrier_merchant_statements SET complained = 1 WHERE statement_id = '${statementId}'`,
    ['lines'],
  ],
  [
    'a finding',
    ({ statementId }) =>
      `UPDATE carrier_statement_lines SET finding = 'repeated' WHERE statement_id = '${statementId}' AND line_no = 3`,
    ['lines'],
  ],
  [
    'a line that did not match',
    ({ statementId }) =>
      `UPDATE carrier_statements SET lines = lines + 1 WHERE id = '${statementId}'`,
    ['lost'],
  ],
  [
    'an entry',
    ({ part }) =>
      `UPDATE ledger_entries SET entry_key = entry_key || 'x' WHERE entry_key = 'carrier_reduction:${part}'`,
    ['entries'],
  ],
];

test.each(SPOILED)(
  '%s that somebody spoiled past every trigger is found',
  async (_, spoil, codes) => {
    const made = await scene();
    const found = new Set((await findingsWith(spoil(made))).map(({ code }) => code));
    expect([...found].sort()).toEqual(codes.map((code) => CODES[code]).sort());
  },
);
