import { expect, test } from 'vitest';
import { listMembers } from '@/lib/auth/list-members';
import { setMemberRole } from '@/lib/auth/set-member-role';
import { db, pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { authenticateApiKey } from '@/lib/merchants/authenticate-api-key';
import { createApiKey } from '@/lib/merchants/create-api-key';
import { createLinkKey } from '@/lib/merchants/create-link-key';
import { createWebhookEndpoint } from '@/lib/merchants/create-webhook-endpoint';
import { ensureLiveTwin } from '@/lib/merchants/ensure-live-twin';
import { findLinkSecret } from '@/lib/merchants/find-link-secret';
import { findTwin } from '@/lib/merchants/find-twin';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { listMerchantChanges } from '@/lib/merchants/list-merchant-changes';
import { listWebhookEndpoints } from '@/lib/merchants/list-webhook-endpoints';
import { openLiveMode } from '@/lib/merchants/open-live-mode';
import { switchMode } from '@/lib/merchants/switch-mode';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { makeAttempt, makeOrderFor } from '@/tests/support/factories/payable-order';
import { makeMember, memberCode } from '@/tests/support/make-member';
import { staffWithCode } from '@/tests/support/make-staff';
import { refusalCode } from '@/tests/support/refusal-code';

const why = '合同 2026-11 已签';

async function pair() {
  const { id: testId } = await seedMerchant();
  // However many ask at once, it is one.
  const [one, other] = await Promise.all([ensureLiveTwin(testId), ensureLiveTwin(testId)]);
  expect(one).toEqual(other);
  return { testId, liveId: one.id };
}

test('a merchant has one live row, which begins closed with its looks and nothing else of the one for tests', async () => {
  const { testId, liveId } = await pair();
  await createLinkKey({ merchantId: testId, id: `lk_${testId.slice(4)}` });
  await createWebhookEndpoint({ merchantId: testId, url: 'https://shop.example/hook' });
  expect(await ensureLiveTwin(testId)).toEqual({ id: liveId });
  expect(await ensureLiveTwin(liveId)).toEqual({ id: liveId });
  const { id: _t, mode: _m, isOpen: _o, ...looks } = await getMerchant(testId);
  expect(await getMerchant(liveId)).toMatchObject({ ...looks, mode: 'live', isOpen: false });
  expect(await findLinkSecret(liveId, `lk_${testId.slice(4)}`)).toBeUndefined();
  expect(await listWebhookEndpoints(liveId)).toEqual([]);
  expect(await findTwin(testId)).toEqual({ id: liveId, mode: 'live', isOpen: false });
  expect(await findTwin(liveId)).toEqual({ id: testId, mode: 'test', isOpen: true });
});

test('… and with its limits and what was agreed for its refunds', async () => {
  const { id: testId } = await seedMerchant();
  const terms = `method_order, order_least_minor, order_most_minor, day_most_minor, refund_when_short, shopper_refunds,
                 refund_fee, unclaimed_refund, late_payment_policy, hidden_methods`;
  await pool().query(
    `UPDATE merchants SET method_order = '{balance}', order_least_minor = 100, order_most_minor = 900, day_most_minor = 5000,
            refund_when_short = 'queue', shopper_refunds = 'off', refund_fee = 'returned', unclaimed_refund = 'suspense'
      WHERE id = $1`,
    [testId],
  );
  const { id: liveId } = await ensureLiveTwin(testId);
  const of = async (id: string) =>
    (await pool().query(`SELECT ${terms} FROM merchants WHERE id = $1`, [id])).rows;
  expect(await of(liveId)).toEqual(await of(testId));
});

test('a key says its mode, opens its own row only, and the database keeps none of the other mode', async () => {
  const { testId, liveId } = await pair();
  const [test, live] = [
    await createApiKey({ merchantId: testId }),
    await createApiKey({ merchantId: liveId }),
  ];
  expect(test.secret).toMatch(/^sk_test_[A-Za-z0-9_-]{43}$/);
  expect(live.secret).toMatch(/^sk_live_[A-Za-z0-9_-]{43}$/);
  expect((await authenticateApiKey(`Bearer ${test.secret}`)).merchantId).toBe(testId);
  expect((await authenticateApiKey(`Bearer ${live.secret}`)).merchantId).toBe(liveId);
  const foreign = (merchantId: string, prefix: string) =>
    createApiKey({ merchantId, secret: `${prefix}${newId('key').slice(4)}${'x'.repeat(20)}` });
  await expect(foreign(liveId, 'sk_test_')).rejects.toThrow(/api_keys_mode_fkey/);
  await expect(foreign(testId, 'sk_live_')).rejects.toThrow(/api_keys_mode_fkey/);
});

test('a live row takes no order until an operator has opened it, which is on record', async () => {
  const { testId, liveId } = await pair();
  expect(await refusalCode(makeOrderFor(liveId))).toBe('merchant_not_open');
  expect((await makeOrderFor(testId)).state).toBe('open');
  const agent = await staffWithCode('agent');
  expect(await refusalCode(openLiveMode({ merchantId: testId, why, ...agent }))).toBe(
    'not_permitted',
  );
  const operator = await staffWithCode('operator');
  expect(await openLiveMode({ merchantId: testId, why, ...operator })).toEqual({ id: liveId });
  expect((await makeOrderFor(liveId)).state).toBe('open');
  const { rows } = await pool().query(
    'SELECT actor_id, why FROM audit_rows WHERE subject_id = $1',
    [liveId],
  );
  expect(rows).toEqual([{ actor_id: operator.by.id, why }]);
  const again = await staffWithCode('operator');
  expect(await refusalCode(openLiveMode({ merchantId: liveId, why, ...again }))).toBe(
    'state_conflict',
  );
});

test('what a merchant is, it stays: neither its mode nor its twin ever changes', async () => {
  const { testId, liveId } = await pair();
  const { id: other } = await seedMerchant();
  const set = (id: string, columns: string) =>
    pool().query(`UPDATE merchants SET ${columns} WHERE id = $1`, [id]);
  await expect(set(testId, "mode = 'live'")).rejects.toThrow(/never changes/);
  await expect(set(liveId, `twin_id = '${other}'`)).rejects.toThrow(/never changes/);
  await expect(set(testId, 'opened_at = now()')).rejects.toThrow(/merchants_live_facts/);
});

test('a payment never runs under the contract of its merchant’s twin', async () => {
  const { testId, liveId } = await pair();
  const contractId = newId('ctr');
  await pool().query(
    `INSERT INTO channel_contracts (id, merchant_id, channel, merchant_no, access_type, permissions)
     VALUES ($1, $2, 'unionpay', '777290058110048', 'merchant', '{}')`,
    [contractId, liveId],
  );
  const { id } = await makeAttempt(await makeOrderFor(testId));
  const copy = (contract: string) =>
    pool().query(
      `INSERT INTO attempts (id, order_id, merchant_id, method, channel, channel_order_no, amount_minor, currency,
                             host, state, requested_at, payable_until, contract_id)
       SELECT $2, order_id, merchant_id, method, channel, $2, amount_minor, currency, host, 'failed',
              requested_at, payable_until, $3 FROM attempts WHERE id = $1`,
      [id, newId('att'), contract],
    );
  await expect(copy(contractId)).rejects.toThrow(/another merchant/);
});

test('the database takes no outcome for a live order', async () => {
  const { testId } = await pair();
  const operator = await staffWithCode('operator');
  const { id: liveId } = await openLiveMode({ merchantId: testId, why, ...operator });
  const order = await makeOrderFor(liveId);
  await expect(
    db().testOutcomeChoice.create({ data: { orderId: order.id, outcome: 'declined' } }),
  ).rejects.toThrow(/no test order/);
});

test('a member works on the other row in the same role; without another row there is nowhere to go', async () => {
  const { testId, liveId } = await pair();
  const member = await makeMember({ merchantId: testId, role: 'finance' });
  await switchMode({ mode: 'live', by: member });
  const here = () =>
    db().user.findUniqueOrThrow({
      where: { id: member.id },
      select: { merchantId: true, merchantRole: true },
    });
  expect(await here()).toEqual({ merchantId: liveId, merchantRole: 'finance' });
  // The same press again, and the way back.
  await switchMode({ mode: 'live', by: { ...member, merchantId: liveId } });
  expect((await here()).merchantId).toBe(liveId);
  await switchMode({ mode: 'test', by: { ...member, merchantId: liveId } });
  expect((await here()).merchantId).toBe(testId);
  const alone = await makeMember();
  expect(await refusalCode(switchMode({ mode: 'live', by: alone }))).toBe('not_found');
});

test('members are of both rows: an owner of either changes any of them, and reads it in both modes', async () => {
  const { testId, liveId } = await pair();
  const owner = await makeMember({ merchantId: testId });
  const other = await makeMember({ merchantId: liveId });
  const { members } = await listMembers({ by: owner });
  expect(members.map(({ id }) => id).sort()).toEqual([owner.id, other.id].sort());
  const change = { userId: other.id, role: 'support', by: owner } as const;
  // The live row's only owner; the merchant has another.
  await setMemberRole({ ...change, code: await memberCode(owner.id) });
  await createApiKey({ merchantId: testId, actor: owner.id });
  const subjects = async (merchantId: string) =>
    (await listMerchantChanges({ by: { ...owner, merchantId } })).changes.map(
      ({ subject }) => subject,
    );
  expect(await subjects(testId)).toEqual(['api_key', 'member']);
  expect(await subjects(liveId)).toEqual(['member']);
});
