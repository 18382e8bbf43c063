import { describe, expect, test } from 'vitest';
import type { LineFacts } from '@/lib/carriers/line';
import { cny } from '@/lib/money/money';
import { chooseLine } from '@/lib/routing/choose-line';
import type { LineRouting } from '@/lib/routing/line-route';

type Facts = Omit<LineFacts, 'line'> & { line: Partial<LineFacts['line']> };
const NO_LIMITS = { userDay: null, userMonth: null, provinceDay: null, provinceMonth: null };

const line = (id: string, { line: own, ...facts }: Partial<Facts> = {}): LineFacts => ({
  line: {
    id,
    carrier: 'cmcc',
    name: '测试通道',
    serviceId: `S-${id}`,
    modes: ['sms', 'direct'],
    shareMillionths: 400_000,
    hours: null,
    billText: '增值业务',
    termDays: 60,
    ...own,
  },
  provinceOpen: true,
  feePoint: 'P600',
  dearest: cny(3_000n),
  prices: [cny(600n), cny(3_000n)],
  left: NO_LIMITS,
  stopped: false,
  decided: 0,
  paid: 0,
  ...facts,
});
const route = (lines: LineFacts[], over: Partial<LineRouting> = {}) =>
  chooseLine({
    amount: cny(600n),
    lines,
    carrier: 'cmcc',
    province: '44',
    modes: ['sms', 'wap'],
    // 20:00 in Beijing
    now: new Date('2026-11-26T12:00:00Z'),
    usable: true,
    ...over,
  });
const reasons = (lines: LineFacts[], over: Partial<LineRouting> = {}) =>
  route(lines, over).ranking.map(({ lineId, reason }) => `${lineId} ${reason}`);

describe('of lines that can charge', () => {
  test('the one is chosen that the carrier keeps less of', () => {
    expect(reasons([line('a'), line('b', { line: { shareMillionths: 380_000 } })])).toEqual([
      'b chosen',
      'a dearer',
    ]);
  });

  test('one that fails more often loses to a dearer one, unless it is within the tolerance', () => {
    const dear = { line: { shareMillionths: 500_000 }, decided: 100, paid: 90 };
    expect(reasons([line('a', { decided: 100, paid: 84 }), line('b', dear)])).toEqual([
      'b chosen',
      'a less_reliable',
    ]);
    expect(reasons([line('a', { decided: 100, paid: 86 }), line('b', dear)])).toEqual([
      'a chosen',
      'b dearer',
    ]);
  });

  test('fewer than twenty charges prove nothing', () => {
    const bad = { decided: 19, paid: 0 };
    expect(reasons([line('a', bad), line('b')])).toEqual(['a chosen', 'b later']);
    expect(reasons([line('a', { decided: 20, paid: 0 }), line('b')])).toEqual([
      'b chosen',
      'a less_reliable',
    ]);
  });

  test('what was tried already is left out, however good it is', () => {
    expect(reasons([line('a'), line('b')], { exclude: ['a'] })).toEqual(['b chosen', 'a excluded']);
    expect(route([line('a')], { exclude: ['a'] })).toMatchObject({
      chosen: null,
      obstacle: { reason: 'channel_unavailable' },
    });
  });

  test('the first allowed way that the line has is taken', () => {
    const lines = [line('a', { line: { modes: ['wap', 'direct'] } })];
    expect(route(lines).chosen).toMatchObject({ mode: 'wap', feePoint: 'P600', serviceId: 'S-a' });
    expect(route(lines, { modes: ['direct', 'sms'] }).chosen).toMatchObject({ mode: 'direct' });
  });
});

describe('where none can charge, the shopper is told', () => {
  const told = (lines: LineFacts[], over: Partial<LineRouting> = {}) => route(lines, over).obstacle;
  const closed = { provinceOpen: false, feePoint: null, dearest: null, prices: [] };
  const tooMuch = (most: bigint) => ({
    feePoint: null,
    dearest: cny(most),
    prices: [cny(most)],
  });

  test('that the carrier has no line', () => {
    expect(told([])).toEqual({ reason: 'carrier_not_open', carrier: 'cmcc' });
  });

  test('that the province is not open, only if no line covers it', () => {
    const notOpen = { reason: 'province_not_open', carrier: 'cmcc', province: '41' };
    expect(told([line('a', closed), line('b', closed)], { province: '41' })).toEqual(notOpen);
    expect(told([line('a', closed), line('b', { stopped: true })], { province: '41' })).toEqual(
      notOpen,
    );
    expect(told([line('a', closed), line('b', tooMuch(500n))])).toMatchObject({
      reason: 'above_most',
    });
  });

  test('the greatest single amount that any line takes', () => {
    expect(told([line('a', tooMuch(300n)), line('b', tooMuch(500n))])).toEqual({
      reason: 'above_most',
      most: cny(500n),
    });
  });

  test('the prices that there are, of all lines and each once', () => {
    const other = (prices: bigint[]) => ({
      feePoint: null,
      prices: prices.map(cny),
      dearest: cny(1_000n),
    });
    expect(told([line('a', other([800n, 1_000n])), line('b', other([100n, 1_000n]))])).toEqual({
      reason: 'no_fee_point',
      prices: [cny(100n), cny(800n), cny(1_000n)],
    });
  });

  test('the most that is left this month, before what is left today', () => {
    const left = (userMonth: bigint, userDay: bigint) => ({
      left: { ...NO_LIMITS, userMonth: cny(userMonth), userDay: cny(userDay) },
    });
    expect(told([line('a', left(100n, 100n)), line('b', left(599n, 0n))])).toEqual({
      reason: 'user_month_used',
      left: cny(599n),
    });
    expect(told([line('a', left(100n, 100n)), line('b', left(600n, 0n))])).toEqual({
      reason: 'user_day_used',
      left: cny(0n),
    });
    expect(route([line('a', left(600n, 600n))]).chosen).not.toBeNull();
  });

  test('that the phones of the province have used what there was, today or this whole month', () => {
    const left = (province: object) => ({ left: { ...NO_LIMITS, ...province } });
    const [day, month] = [{ provinceDay: cny(599n) }, { provinceMonth: cny(599n) }];
    expect(told([line('a', left(day))])).toEqual({ reason: 'province_day_used' });
    expect(told([line('a', left(month))])).toEqual({ reason: 'province_month_used' });
    // Tomorrow is no help.
    expect(told([line('a', left({ ...day, ...month }))])).toEqual({
      reason: 'province_month_used',
    });
    expect(told([line('a', left(month)), line('b', left(day))])).toEqual({
      reason: 'province_day_used',
    });
  });

  test('the opening hours, by the clock of Beijing', () => {
    const lines = [line('a', { line: { hours: '08:00-20:00' } })];
    expect(told(lines)).toEqual({ reason: 'closed_now', hours: '08:00-20:00' });
    expect(told(lines, { now: new Date('2026-11-26T11:59:59Z') })).toBeNull();
  });

  test('that the way is not allowed, that the merchant is stopped, and that the carrier is away', () => {
    expect(told([line('a', { line: { modes: ['direct'] } })])).toEqual({ reason: 'no_mode' });
    expect(told([line('a', { stopped: true })])).toEqual({ reason: 'stopped' });
    expect(told([line('a')], { usable: false })).toEqual({ reason: 'channel_unavailable' });
  });
});
