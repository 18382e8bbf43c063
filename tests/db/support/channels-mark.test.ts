import { expect, test } from 'vitest';
import { newId } from '@/lib/core/ids';
import { inSnapshot } from '@/lib/core/unit-of-work';
import { selectChannelsMark } from '@/lib/support/live-store';
import { makeStaff } from '@/tests/support/make-staff';

/** What is put here is never committed: other tests pay by these channels. */
class Undone extends Error {}

test('the mark of the channels changes with calls, breakers, what is held by hand and maintenance, not with each call', async () => {
  const [one, two] = [await makeStaff('operator'), await makeStaff('operator')];
  const seen: (string | undefined)[] = [];
  const undone = inSnapshot(async (tx) => {
    const see = async () => seen.push(await selectChannelsMark(tx));
    const fail = async (failed: number) => {
      await tx.$executeRaw`
        INSERT INTO channel_call_counts (channel, operation, minute, answered, failed)
        VALUES ('netsunion', 'test', date_trunc('minute', now()), 100, ${failed})
        ON CONFLICT (channel, operation, minute) DO UPDATE SET failed = ${failed}`;
      await see();
    };
    await fail(0);
    await fail(1);
    expect(seen.shift()).toBe(seen[0]);
    await fail(50);
    await tx.$executeRaw`
      INSERT INTO channel_breakers (channel, operation, state, probe_at)
      VALUES ('netsunion', 'test', 'open', now() + interval '1 hour')`;
    await see();
    const held = newId('bro');
    await tx.$executeRaw`
      INSERT INTO breaker_overrides (id, channel, operation, force, reason, proposed_by, ends_at)
      VALUES (${held}, 'netsunion', 'test', 'closed', '渠道已恢复', ${one.id}, now() + interval '1 hour')`;
    await see();
    await tx.$executeRaw`
      UPDATE breaker_overrides SET confirmed_by = ${two.id}, confirmed_at = now() WHERE id = ${held}`;
    await see();
    await tx.$executeRaw`
      INSERT INTO maintenance_windows (id, channel, starts_at, ends_at, reason, created_by)
      VALUES (${newId('mnt')}, 'netsunion', now(), now() + interval '1 hour', '升级', ${one.id})`;
    await see();
    throw new Undone();
  });
  await expect(undone).rejects.toThrow(Undone);
  expect(new Set(seen).size).toBe(6);
});
