import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { applyCatalogueDraft } from '@/lib/carriers/apply-catalogue-draft';
import type { CatalogueKind } from '@/lib/carriers/catalogue';
import { exportCatalogue } from '@/lib/carriers/export-catalogue';
import { findLine } from '@/lib/carriers/find-line';
import { findOpenings } from '@/lib/carriers/find-openings';
import { getCatalogueDraft } from '@/lib/carriers/get-catalogue-draft';
import { keepCatalogueDraft } from '@/lib/carriers/keep-catalogue-draft';
import { listLines } from '@/lib/carriers/list-lines';
import { sweepCatalogueLeftovers } from '@/lib/carriers/sweep-catalogue-leftovers';
import { db, pool } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import { READER } from '@/tests/support/any-staff';
import { importFile, linesFile, seedCatalogue } from '@/tests/support/factories/carrier-catalogue';
import { refusalCode } from '@/tests/support/refusal-code';

beforeEach(seedCatalogue);

const exported = async (kind: CatalogueKind) => {
  let text = '';
  for await (const piece of exportCatalogue({ kind, by: READER })) text += piece;
  return text;
};
const state = async () => [await exported('lines'), await exported('ranges')];
const draft = (text: string) =>
  keepCatalogueDraft({
    kind: 'lines',
    bytes: Readable.from([Buffer.from(text)]),
    by: { id: 'usr_operator', staffRole: 'operator' },
  });
const apply = (draftId: string) =>
  applyCatalogueDraft({ draftId, by: { id: 'usr_operator', staffRole: 'operator' } });

describe('the catalogue', () => {
  test.each(['lines', 'ranges'] as const)(
    'exported as %s and imported again, nothing changes',
    async (kind) => {
      const before = await exported(kind);
      const rows = { lines: 5, ranges: 65 }[kind];
      expect(await importFile(kind, before)).toEqual({
        kind,
        added: 0,
        changed: 0,
        ended: 0,
        unchanged: rows,
        changes: [],
        problems: [],
        moreProblems: 0,
      });
      expect(await exported(kind)).toBe(before);
    },
  );

  test('a dry run tells what would happen, and writes nothing', async () => {
    const before = await state();
    const file = linesFile({}, { line: 'other', fee_point: 'P1', amount_yuan: '1' });
    expect(await importFile('lines', file, { dryRun: true })).toMatchObject({
      added: 2,
      changed: 0,
      ended: 5,
      unchanged: 0,
    });
    const ranges = 'prefix,carrier,province\n138,cucc,\n1391234,cmcc,31\n192,cbn,\n';
    expect(await importFile('ranges', ranges, { dryRun: true })).toMatchObject({
      added: 1,
      changed: 1,
      ended: 63,
      unchanged: 1,
      changes: expect.arrayContaining([{ name: '138', change: 'changed' }]),
    });
    expect(await state()).toEqual(before);
  });

  test('a line that is not in the file any more ends, keeps its name, and can come back', async () => {
    await importFile('lines', linesFile({}));
    expect(await findLine({ lineId: 'cucc-national' })).toMatchObject({ carrier: 'cucc' });
    const lines = await listLines();
    expect(lines.filter(({ ended }) => !ended).map(({ id }) => id)).toEqual(['test-line']);
    await seedCatalogue();
    const again = await listLines();
    expect(again.filter(({ ended }) => ended).map(({ id }) => id)).toEqual(['test-line']);
  });

  test('every change of a line is on record with who', async () => {
    const row = { line: 'recorded' };
    await importFile('lines', linesFile(row));
    await importFile('lines', linesFile({ ...row, share_percent: '12.3456' }));
    await importFile('lines', linesFile({}));
    const records = await db().transition.findMany({
      where: { subjectType: 'carrier_line', subjectId: 'recorded' },
      orderBy: { id: 'asc' },
    });
    expect(records).toMatchObject([
      { event: 'add', fromState: 'none', actor: 'usr_finance' },
      { event: 'change', fromState: records[0]?.toState, actor: 'usr_finance' },
      { event: 'end', fromState: records[1]?.toState, toState: 'ended', actor: 'usr_finance' },
    ]);
    expect(await findLine({ lineId: 'recorded' })).toMatchObject({ shareMillionths: 123_456 });
  });

  test('a file with one problem changes nothing at all', async () => {
    const before = await state();
    const file = linesFile({ province: '11' }, { province: '44', amount_yuan: '6.005' });
    expect(await refusalCode(importFile('lines', file))).toBe('catalogue_has_problems');
    expect(await importFile('lines', file, { dryRun: true })).toMatchObject({
      problems: [{ line: 3, column: 'amount_yuan', problem: 'malformed' }],
    });
    expect(await state()).toEqual(before);
  });

  test('a line cannot change its carrier', async () => {
    const preview = await importFile('lines', linesFile({ line: 'cmcc-coast', carrier: 'cucc' }), {
      dryRun: true,
    });
    expect(preview.problems).toEqual([{ line: 2, column: 'carrier', problem: 'carrier_fixed' }]);
  });

  test('two imports at once come one after the other', async () => {
    const files = ['a', 'b', 'c', 'd'].map((line) => linesFile({ line }));
    await Promise.all(files.map((file) => importFile('lines', file)));
    expect((await listLines()).filter(({ ended }) => !ended)).toHaveLength(1);
  });

  test('any phone’s prices are those of lines that are open somewhere', async () => {
    expect(await findOpenings({ amount: cny(600n), periodic: false })).toMatchObject({
      open: true,
      most: cny(5_000n),
    });
    expect(await findOpenings({ amount: cny(600n), periodic: true })).toEqual({
      open: false,
      most: cny(2_000n),
      prices: [cny(1_000n), cny(1_500n), cny(2_000n)],
    });
    await importFile('lines', linesFile({}));
    expect(await findOpenings({ amount: cny(601n), periodic: false })).toEqual({
      open: false,
      most: cny(600n),
      prices: [cny(600n)],
    });
    expect(await findOpenings({ amount: cny(600n), periodic: true })).toEqual({
      open: false,
      most: null,
      prices: [],
    });
  });
});

describe('a draft', () => {
  test('is put in effect as it was looked at, and only once of many who press at once', async () => {
    const draftId = await draft(linesFile({}));
    expect(
      (await getCatalogueDraft({ draftId, by: { id: 'usr_operator', staffRole: 'operator' } }))
        .preview,
    ).toMatchObject({ added: 1, ended: 5 });
    expect((await listLines()).some(({ id, ended }) => id === 'cbn-national' && !ended)).toBe(true);
    const results = await Promise.allSettled([1, 2, 3].map(() => apply(draftId)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalCode(apply(draftId))).toBe('catalogue_draft_gone');
    expect((await listLines()).filter(({ ended }) => !ended)).toHaveLength(1);
  });

  test('is refused when the catalogue changed after it was looked at', async () => {
    const draftId = await draft(linesFile({}));
    await importFile('lines', linesFile({ bill_text: '别的' }));
    expect(await refusalCode(apply(draftId))).toBe('catalogue_changed');
  });

  test('with problems is never put in effect', async () => {
    const draftId = await draft(linesFile({ carrier: 'nobody' }));
    expect(await refusalCode(apply(draftId))).toBe('catalogue_has_problems');
  });

  test('is gone after an hour', async () => {
    const draftId = await draft(linesFile({}));
    await pool().query(
      `UPDATE carrier_catalogue_drafts SET created_at = created_at - interval '61 minutes'`,
    );
    expect(await refusalCode(apply(draftId))).toBe('catalogue_draft_gone');
    expect(await sweepCatalogueLeftovers()).toBeGreaterThan(0);
    const { rows } = await pool().query('SELECT FROM carrier_catalogue_drafts');
    expect(rows).toEqual([]);
  });
});
