import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatalogueLine } from '@/lib/carriers/catalogue';
import {
  CATALOGUE_BOUNDS,
  columnsOf,
  diffLines,
  firstProblems,
  PROVINCES,
} from '@/lib/carriers/catalogue-rules';
import { readCatalogue } from '@/lib/carriers/read-catalogue';
import { rowsOf } from '@/lib/carriers/row-rules';
import { CARRIER_MODES, CARRIERS } from '@/lib/channels/port';
import { csvOf } from '@/lib/core/csv';
import {
  LINE_COLUMNS,
  type LineCells,
  linesFile,
} from '@/tests/support/factories/carrier-catalogue';
import { refusalCode } from '@/tests/support/refusal-code';

const bytes = (text: string | Uint8Array) => Readable.from([Buffer.from(text)]);
async function readLines(text: string | Uint8Array) {
  const file = await readCatalogue('lines', bytes(text));
  if (file.kind !== 'lines') throw new Error('another kind');
  return file;
}
const problems = async (...rows: Partial<LineCells>[]) =>
  (await readLines(linesFile(...rows))).problems.map(
    ({ line, column, problem }) => `${line} ${column} ${problem}`,
  );

describe('a file of lines', () => {
  test('is read as it stands, with a byte order mark, Chinese names of columns and any line ends', async () => {
    const chinese =
      '\uFEFF通道,运营商,名称,业务代码,支付方式,省份,资费点,金额,包月,用户日限额,用户月限额,省日限额,省月限额,开放时间,分成比例,账期天数,账单显示\r\n' +
      'a-line,ctcc,电信,T1,direct|sms,*,P50,¥50.5,是,,100,"2,000.01",,08:00-24:00,12.5,45,增值业务\r\n';
    const { lines, problems: found } = await readLines(chinese);
    expect(found).toEqual([]);
    expect(lines).toEqual([
      {
        at: 2,
        line: {
          id: 'a-line',
          carrier: 'ctcc',
          name: '电信',
          serviceId: 'T1',
          modes: ['sms', 'direct'],
          userDayMinor: null,
          userMonthMinor: 10_000n,
          hours: '08:00-24:00',
          shareMillionths: 125_000,
          termDays: 45,
          billText: '增值业务',
          provinces: PROVINCES.map((province) => ({
            province,
            dayMinor: 200_001n,
            monthMinor: null,
          })),
          feePoints: [{ code: 'P50', amountMinor: 5_050n, periodic: true, provinces: [] }],
        },
      },
    ]);
  });

  test.each<[string, Partial<LineCells>, string]>([
    ['an unknown carrier', { carrier: 'vodafone' }, 'carrier malformed'],
    ['an unknown province', { province: '71' }, 'province malformed'],
    ['an unknown way', { modes: 'sms|fax' }, 'modes malformed'],
    ['no way', { modes: '' }, 'modes malformed'],
    ['no name', { name: '' }, 'name missing'],
    ['a name that is a formula', { name: '=HYPERLINK(1)' }, 'name formula'],
    ['a text of the bill that is a formula', { bill_text: '＋1' }, 'bill_text formula'],
    ['a name that nobody reads to the end', { name: 'x'.repeat(61) }, 'name too_long'],
    ['a control character', { bill_text: 'a\u0007b' }, 'bill_text malformed'],
    ['half a fen', { amount_yuan: '6.005' }, 'amount_yuan malformed'],
    ['a price of nothing', { amount_yuan: '0' }, 'amount_yuan malformed'],
    ['no price', { amount_yuan: '' }, 'amount_yuan missing'],
    ['a price that no phone bill has', { amount_yuan: '10000.01' }, 'amount_yuan malformed'],
    ['a limit of nothing', { user_day_yuan: '0' }, 'user_day_yuan malformed'],
    ['a negative limit', { province_month_yuan: '-1' }, 'province_month_yuan malformed'],
    ['hours that are none', { hours: '25:00-26:00' }, 'hours malformed'],
    ['a share of more than all', { share_percent: '100.0001' }, 'share_percent malformed'],
    ['a share that is rounded', { share_percent: '1.23456' }, 'share_percent malformed'],
    ['something else than yes or no', { periodic: 'maybe' }, 'periodic malformed'],
    ['a term that is no number', { term_days: 'soon' }, 'term_days malformed'],
    ['a line with a space in its name', { line: 'a line' }, 'line malformed'],
  ])('with %s names the line and the column', async (_what, row, problem) => {
    expect(await problems({ province: '11' }, row)).toEqual([`3 ${problem}`]);
  });

  test('names every column that is wrong, and every line', async () => {
    expect(await problems({ carrier: 'x', modes: 'y' }, {}, { province: '99' })).toEqual([
      '2 carrier malformed',
      '2 modes malformed',
      '4 province malformed',
    ]);
    expect((await readLines(`${LINE_COLUMNS}\na,b,c\n`)).problems).toEqual([
      { line: 2, column: null, problem: 'columns' },
    ]);
  });

  test.each<[string, Partial<LineCells>[], string[]]>([
    ['two names of one line', [{ province: '11' }, { name: '另一个' }], ['3 name contradicts']],
    [
      'two limits of one line',
      [{ province: '11' }, { user_month_yuan: '5' }],
      ['3 user_month_yuan contradicts'],
    ],
    [
      'two limits of one province',
      [{ province_day_yuan: '5' }, { fee_point: 'P1', amount_yuan: '1' }],
      ['3 province_day_yuan contradicts'],
    ],
    [
      'two prices of one fee point',
      [{ province: '11' }, { amount_yuan: '7' }],
      ['3 amount_yuan contradicts'],
    ],
    ['the same twice', [{}, {}], ['3 fee_point repeated']],
    ['the same again in all provinces', [{}, { province: '*' }], ['3 fee_point repeated']],
    [
      'a price of every period on a line that needs a code each time',
      [{ modes: 'sms', periodic: 'yes' }],
      ['2 periodic renewal_needs_direct'],
    ],
    ['two fee points for one price', [{}, { fee_point: 'P1' }], ['3 amount_yuan same_price']],
  ])('that says %s contradicts itself', async (_what, rows, expected) => {
    expect(await problems(...rows)).toEqual(expected);
  });

  test('may have one price once and by period, and other fee points in other provinces', async () => {
    expect(
      await problems(
        {},
        { fee_point: 'M600', periodic: 'yes' },
        { fee_point: 'P1', province: '11' },
        { line: 'b', fee_point: 'P1' },
      ),
    ).toEqual([]);
  });

  test.each([
    ['csv_header_invalid', 'line,carrier\n'],
    ['csv_header_invalid', ''],
    ['csv_header_invalid', `${LINE_COLUMNS},line\n`],
    ['catalogue_empty', `${LINE_COLUMNS}\n`],
    ['csv_encoding_unknown', Buffer.from([...Buffer.from(LINE_COLUMNS), 0x0a, 0xb0, 0xa1])],
    ['csv_line_unreadable', `${LINE_COLUMNS}\n"never closed`],
    ['csv_line_unreadable', `${LINE_COLUMNS}\n${'x'.repeat(2_000)}`],
    ['catalogue_too_large', Buffer.alloc(CATALOGUE_BOUNDS.bytes + 1, ' ')],
  ])('that is none of ours is refused: %s', async (code, text) => {
    expect(await refusalCode(readCatalogue('lines', bytes(text)))).toBe(code);
  });
});

describe('a file of ranges', () => {
  test('is read as it stands, and says what is wrong with it', async () => {
    const text = '号段,运营商,省份\n138,cmcc,\n1381234,cucc,44\n138,cmcc,\n12,cmcc,\n139,x,99\n';
    expect(await readCatalogue('ranges', bytes(text))).toEqual({
      kind: 'ranges',
      ranges: [
        { prefix: '138', carrier: 'cmcc', province: null },
        { prefix: '1381234', carrier: 'cucc', province: '44' },
      ],
      problems: [
        { line: 4, column: 'prefix', problem: 'repeated' },
        { line: 5, column: 'prefix', problem: 'malformed' },
        { line: 6, column: 'carrier', problem: 'malformed' },
        { line: 6, column: 'province', problem: 'malformed' },
      ],
    });
  });
});

const money = fc.option(fc.bigInt({ min: 1n, max: 9_000_000n }));
const line: fc.Arbitrary<CatalogueLine> = fc
  .record({
    id: fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8})?$/),
    carrier: fc.constantFrom(...CARRIERS),
    name: fc.constantFrom('移动', 'A, "quoted" name', '通道 1'),
    serviceId: fc.stringMatching(/^[0-9A-Z]{1,10}$/),
    modes: fc.subarray([...CARRIER_MODES], { minLength: 1 }),
    userDayMinor: money,
    userMonthMinor: money,
    hours: fc.constantFrom(null, '08:00-24:00', '22:00-06:00'),
    shareMillionths: fc
      .integer({ min: 0, max: 10_000 })
      .map((n) => n * 100 - (n % 7) * (n > 0 ? 1 : 0)),
    termDays: fc.nat(400),
    billText: fc.constantFrom('增值业务-音乐', 'x'),
    everywhere: fc.boolean(),
    some: fc.subarray([...PROVINCES], { minLength: 1, maxLength: 4 }),
    sameLimits: fc.boolean(),
    limits: fc.array(fc.tuple(money, money), { minLength: 31, maxLength: 31 }),
    points: fc.uniqueArray(
      fc.record({ amount: fc.integer({ min: 1, max: 9_999 }), periodic: fc.boolean() }),
      { minLength: 1, maxLength: 4, selector: ({ amount }) => amount },
    ),
    somewhere: fc.boolean(),
  })
  .map(({ everywhere, some, sameLimits, limits, points, somewhere, ...rest }) => {
    const where = everywhere ? PROVINCES : some;
    return {
      ...rest,
      provinces: where.map((province, place) => {
        const [dayMinor = null, monthMinor = null] = limits[sameLimits ? 0 : place] ?? [];
        return { province, dayMinor, monthMinor };
      }),
      feePoints: points
        .map(({ amount, periodic }, place) => ({
          code: `P${amount}`,
          amountMinor: BigInt(amount),
          periodic: periodic && rest.modes.includes('direct'),
          // The first is everywhere, so that every province has one.
          provinces: somewhere && place > 0 && where.length > 1 ? where.slice(0, 1) : [],
        }))
        .sort((a, b) => (a.code < b.code ? -1 : 1)),
    };
  });

describe('whatever the catalogue', () => {
  test('written as a file and read again, it is the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(line, { maxLength: 3, minLength: 1, selector: ({ id }) => id }),
        async (lines) => {
          const text = csvOf([columnsOf('lines'), ...lines.flatMap(rowsOf)]);
          const file = await readLines(text);
          expect(file.problems).toEqual([]);
          const read = file.lines.map((one) => one.line);
          expect(diffLines(lines, read)).toEqual({
            added: [],
            changed: [],
            ended: [],
            unchanged: lines.length,
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a file that differs in one line changes that line only', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(line, { minLength: 2, maxLength: 4, selector: ({ id }) => id }),
        (lines) => {
          const [first, second, ...others] = lines as [CatalogueLine, CatalogueLine];
          const other = { ...second, termDays: second.termDays + 1 };
          expect(diffLines(lines, [other, ...others])).toEqual({
            added: [],
            changed: [other],
            ended: [first.id],
            unchanged: lines.length - 2,
          });
        },
      ),
    );
  });
});

test('of many problems the first are named, in the order of the file, and the others counted', () => {
  const many = Array.from({ length: 250 }, (_, n) => ({
    line: 250 - n,
    column: null,
    problem: 'columns' as const,
  }));
  const { problems: named, moreProblems } = firstProblems(many);
  expect(named.map(({ line: at }) => at)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  expect(moreProblems).toBe(150);
});
