import { beforeEach, expect, test } from 'vitest';
import { claimProbe } from '@/lib/channel-health/claim-probe';
import { confirmOverride } from '@/lib/channel-health/confirm-override';
import { countCall } from '@/lib/channel-health/count-call';
import { endOverride } from '@/lib/channel-health/end-override';
import { findChannelCondition } from '@/lib/channel-health/find-channel-condition';
import type { Called } from '@/lib/channel-health/health';
import { listChannelHealth } from '@/lib/channel-health/list-channel-health';
import { listOverrides } from '@/lib/channel-health/list-overrides';
import { proposeOverride } from '@/lib/channel-health/propose-override';
import { healthOf, isUsable } from '@/lib/channel-health/rules';
import { db } from '@/lib/core/db';
import type { StaffActor } from '@/lib/core/staff-permissions';
import { READER } from '@/tests/support/any-staff';
import { makeStaff, staffCode } from '@/tests/support/make-staff';
import { refusalCode } from '@/tests/support/refusal-code';

const PAY: Called = { channel: 'netsunion', operation: 'pay' };
const REFUND: Called = { channel: 'netsunion', operation: 'refund' };

beforeEach(async () => {
  await db().breakerOverride.deleteMany();
  await db().channelCallCount.deleteMany();
  await db().channelBreaker.deleteMany();
});

const health = async (called = PAY) => healthOf(await listChannelHealth({ by: READER }), called);
const propose = (by: StaffActor, force: 'open' | 'closed', called = PAY) =>
  proposeOverride({ ...called, force, minutes: 60, reason: '渠道告知异常', by });
const confirm = async (by: StaffActor, id: string) =>
  confirmOverride({ overrideId: id, code: await staffCode(by.id), by });
async function failTimes(times: number) {
  for (let n = 0; n < times; n++) await countCall({ ...PAY, result: 'failed' });
}

test('a breaker is held open once a second person has agreed, is not probed meanwhile, and follows its calls again afterwards', async () => {
  const [maker, checker] = [await makeStaff('operator'), await makeStaff('admin')];
  const { id } = await propose(maker, 'open');
  expect(isUsable(await health())).toBe(true);
  await confirm(checker, id);
  expect(await health()).toMatchObject({ state: 'open', probeDue: false, forced: 'open' });
  expect(healthOf((await findChannelCondition()).health, PAY).state).toBe('open');
  expect((await health(REFUND)).state).toBe('closed');

  await failTimes(5);
  await db()
    .$executeRaw`UPDATE channel_breakers SET probe_at = clock_timestamp() - interval '1 ms'`;
  expect(isUsable(await health())).toBe(false);
  expect(await claimProbe(PAY)).toBe(false);
  await endOverride({ overrideId: id, by: maker });
  expect(await health()).toMatchObject({ state: 'open', probeDue: true, forced: null });
  expect(await claimProbe(PAY)).toBe(true);
});

test('a breaker that is held closed is called, however often it fails, until its time is over', async () => {
  const [maker, checker] = [await makeStaff('operator'), await makeStaff('operator')];
  await failTimes(6);
  expect((await health()).state).toBe('open');
  const { id } = await propose(maker, 'closed');
  await confirm(checker, id);
  expect(await health()).toMatchObject({ state: 'closed', forced: 'closed' });
  await db()
    .$executeRaw`UPDATE breaker_overrides SET ends_at = clock_timestamp() - interval '1 ms'`;
  expect((await health()).state).toBe('open');
  expect(await listOverrides({ by: READER })).toEqual([]);
});

test('who asked for it cannot agree to it, neither by the use case nor in the database, and needs no code to be told', async () => {
  const maker = await makeStaff('operator');
  const { id } = await propose(maker, 'open');
  const own = confirmOverride({ overrideId: id, code: '000000', by: maker });
  expect(await refusalCode(own)).toBe('breaker_same_person');
  await expect(
    db().breakerOverride.update({ where: { id }, data: { confirmedBy: maker.id } }),
  ).rejects.toThrow('breaker_overrides_two_people');
  expect((await health()).state).toBe('closed');
});

test('two people who agree at once have agreed once; a later hold of the same breaker ends the earlier one', async () => {
  const [maker, one, two] = await Promise.all([
    makeStaff('operator'),
    makeStaff('operator'),
    makeStaff('admin'),
  ]);
  const first = await propose(maker, 'open');
  const both = await Promise.allSettled([confirm(one, first.id), confirm(two, first.id)]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const second = await propose(maker, 'closed');
  await confirm(one, second.id);
  expect((await listOverrides({ by: READER })).map(({ id }) => id)).toEqual([second.id]);
  expect((await health()).state).toBe('closed');
  expect(await refusalCode(endOverride({ overrideId: first.id, by: maker }))).toBe('not_found');
});

test('a wrong code agrees to nothing, and other roles may neither ask nor agree; each step is in the audit log', async () => {
  const [maker, checker] = [await makeStaff('operator'), await makeStaff('operator')];
  const { id } = await propose(maker, 'open');
  const wrong = confirmOverride({ overrideId: id, code: 'x', by: checker });
  expect(await refusalCode(wrong)).toBe('totp_wrong');
  for (const staffRole of ['agent', 'senior_agent', 'finance', 'auditor'] as const) {
    const by = { id: checker.id, staffRole };
    expect(await refusalCode(propose(by, 'open'))).toBe('not_permitted');
    expect(await refusalCode(confirm(by, id))).toBe('not_permitted');
    expect(await refusalCode(endOverride({ overrideId: id, by }))).toBe('not_permitted');
  }
  await confirm(checker, id);
  await endOverride({ overrideId: id, by: checker });
  const rows = await db().auditRow.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
  expect(rows.map(({ actorId, action, why }) => [actorId, action, why])).toEqual([
    [maker.id, 'breaker.propose', '渠道告知异常'],
    [checker.id, 'breaker.confirm', '渠道告知异常'],
    [checker.id, 'breaker.end', null],
  ]);
});
