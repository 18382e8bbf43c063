import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { checkBooks } from '@/lib/ledger/check-books';
import { approveClaim } from '@/lib/refund-cases/approve-claim';
import { endRefundCase } from '@/lib/refund-cases/end-refund-case';
import { getClaim } from '@/lib/refund-cases/get-claim';
import { handClaim } from '@/lib/refund-cases/hand-claim';
import { namePayee } from '@/lib/refund-cases/name-payee';
import { openClaim } from '@/lib/refund-cases/open-claim';
import { proveClaim } from '@/lib/refund-cases/prove-claim';
import { selectClaims } from '@/lib/refund-cases/refund-claim-store';
import { requestClaimCode } from '@/lib/refund-cases/request-claim-code';
import { resendClaim } from '@/lib/refund-cases/resend-claim';
import { sendClaim } from '@/lib/refund-cases/send-claim';
import { someIdNo } from '@/tests/support/id-numbers';
import { makeStaff, staffCode } from '@/tests/support/make-staff';
import { somePhone } from '@/tests/support/phones';
import { openScene, view } from '@/tests/support/refund-case-scene';
import {
  browser,
  type Claims,
  card,
  startClaims,
  tokenIn,
} from '@/tests/support/refund-claim-scene';
import { refusalCode } from '@/tests/support/refusal-code';
import { SOON } from '@/tests/support/soon';

let at: Claims;
beforeAll(async () => {
  at = await startClaims();
});
afterAll(() => at.stop());
afterEach(async () => {
  at.sms.answer.status = 200;
  expect((await checkBooks()).findings).toEqual([]);
});

const stateOf = async (caseId: string) => (await view(caseId)).case.state;

test('a link goes to the payer’s known phone, and only its hash is kept', async () => {
  const scene = await at.payerScene();
  expect(await sendClaim({ caseId: scene.caseId, by: 'system' })).toEqual({
    outcome: 'sent',
    phoneMasked: `${scene.phone.slice(0, 3)}****${scene.phone.slice(-4)}`,
  });
  const texts = at.sms.messages.filter(({ phone }) => phone === scene.phone);
  expect(texts).toHaveLength(1);
  expect(texts[0]?.text).toContain('¥68.00');
  const token = at.linkTo(scene.phone);
  expect(token).toHaveLength(43);
  const rows = await db().refundClaim.findMany({ where: { caseId: scene.caseId } });
  expect(JSON.stringify(rows)).not.toContain(token);
  const hours = rows.map(({ expiresAt, createdAt }) => (+expiresAt - +createdAt) / 3_600_000);
  expect(hours.map(Math.round)).toEqual([72]);
});

test('a link alone names nobody: it takes the code of the payer’s phone, in that browser', async () => {
  const scene = await at.payerScene();
  const opened = { token: await at.link(scene), ...browser() };
  expect(await getClaim(opened)).toMatchObject({ standing: 'to_prove', own: null });
  expect(await refusalCode(namePayee({ ...opened, ...card() }))).toBe('claim_unproved');
  expect(await refusalCode(proveClaim({ ...opened, code: undefined }))).toBe('sign_in_code_wrong');
  await requestClaimCode(opened);
  const code = at.sms.codeFor(scene.phone);
  await proveClaim({ ...opened, code });
  expect(await getClaim(opened)).toMatchObject({ standing: 'proved', own: { mayName: true } });
  const other = { ...opened, ...browser() };
  expect(await getClaim(other)).toMatchObject({ standing: 'to_prove', own: null });
  expect(await refusalCode(namePayee({ ...other, ...card() }))).toBe('claim_unproved');
  // The code worked once.
  expect(await refusalCode(proveClaim({ ...other, code }))).toBe('sign_in_code_wrong');
  expect(await stateOf(scene.caseId)).toBe('open');
});

test('the code for one refund proves no other of the same phone, and five wrong ones use it up', async () => {
  const first = await at.payerScene();
  const second = await at.payerScene(somePhone());
  await pool().query('UPDATE customers SET user_id = $2 WHERE id = $1', [
    second.customerId,
    first.userId,
  ]);
  const [one, two] = [await at.link(first), await at.link({ ...second, phone: first.phone })];
  expect(one).not.toBe(two);
  const there = { token: two, ...browser() };
  await requestClaimCode({ token: one, ...browser() });
  const code = at.sms.codeFor(first.phone);
  expect(await refusalCode(proveClaim({ ...there, code }))).toBe('sign_in_code_wrong');
  const here = { token: one, ...browser() };
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await refusalCode(proveClaim({ ...here, code: wrong }))).toBe('sign_in_code_wrong');
  }
  expect(await refusalCode(proveClaim({ ...here, code }))).toBe('sign_in_code_wrong');
});

test('a newer link ends the one before, time ends each, and a text that was not sent ends none', async () => {
  const scene = await at.payerScene();
  const first = await at.link(scene);
  at.sms.answer.status = 503;
  const agent = await makeStaff('agent');
  const { caseId } = scene;
  expect(await refusalCode(sendClaim({ caseId, by: agent }))).toBe('claim_not_sent');
  expect(await getClaim({ token: first, device: undefined })).toMatchObject({
    standing: 'to_prove',
  });
  at.sms.answer.status = 200;
  await sendClaim({ caseId, by: agent });
  const second = at.linkTo(scene.phone);
  expect(await getClaim({ token: first, device: undefined })).toMatchObject({
    standing: 'revoked',
  });
  expect(await refusalCode(requestClaimCode({ token: first, ...browser() }))).toBe('claim_unknown');
  await pool().query(
    `UPDATE refund_claims SET expires_at = clock_timestamp() - interval '1 ms' WHERE case_id = $1`,
    [caseId],
  );
  expect(await getClaim({ token: second, device: undefined })).toMatchObject({
    standing: 'expired',
  });
  expect(await refusalCode(requestClaimCode({ token: second, ...browser() }))).toBe(
    'claim_expired',
  );
  expect(await getClaim({ token: 'x'.repeat(43), device: undefined })).toBeUndefined();
  const auditor = await makeStaff('auditor');
  expect(await refusalCode(sendClaim({ caseId, by: auditor }))).toBe('not_permitted');
});

test('one refund’s links are few, whoever asks', async () => {
  const scene = await at.payerScene();
  for (let sent = 0; sent < 4; sent += 1) await sendClaim({ caseId: scene.caseId, by: 'system' });
  const { orderId, refundId } = scene;
  expect(await refusalCode(resendClaim({ orderId, refundId, ...browser() }))).toBe(
    'too_many_requests',
  );
  expect(await refusalCode(resendClaim({ orderId: 'ord_other', refundId, ...browser() }))).toBe(
    'not_found',
  );
});

test('without a phone two people of the office open a claim: not one, and its link is shown once to who checked', async () => {
  const { caseId } = await openScene(at.rail);
  expect(await sendClaim({ caseId, by: 'system' })).toEqual({ outcome: 'no_phone' });
  const [agent, senior] = [await makeStaff('senior_agent'), await makeStaff('finance')];
  expect(await refusalCode(sendClaim({ caseId, by: agent }))).toBe('claim_no_phone');
  const opening = { caseId, identityNote: '视频核对身份证与付款回单' };
  expect(await refusalCode(openClaim({ ...opening, by: await makeStaff('operator') }))).toBe(
    'not_permitted',
  );
  // What it says is kept for good: nothing that only the vault may keep.
  const note = (identityNote: string) => openClaim({ ...opening, identityNote, by: agent });
  expect(await refusalCode(note(' '))).toBe('invalid_request');
  expect(await refusalCode(note(`证件 ${someIdNo()}`))).toBe('text_has_number');
  const { claimId } = await openClaim({ ...opening, by: agent });
  expect(await refusalCode(handClaim({ claimId, by: agent }))).toBe('claim_not_approved');
  const own = { claimId, by: agent, code: await staffCode(agent.id) };
  expect(await refusalCode(approveClaim(own))).toBe('claim_same_person');
  await expect(
    pool().query(
      'UPDATE refund_claims SET approved_by = opened_by, approved_at = now() WHERE id = $1',
      [claimId],
    ),
  ).rejects.toThrow(/refund_claims_two_people/);
  await approveClaim({ claimId, by: senior, code: await staffCode(senior.id) });
  expect(await refusalCode(handClaim({ claimId, by: senior }))).toBe('not_permitted');
  const { link: handed } = await handClaim({ claimId, by: agent });
  expect(await refusalCode(handClaim({ claimId, by: agent }))).toBe('claim_unknown');

  const opened = { token: tokenIn(handed), ...browser() };
  expect(await getClaim(opened)).toMatchObject({ standing: 'to_prove', proof: 'identity_check' });
  await proveClaim({ ...opened, code: undefined });
  const elsewhere = { ...opened, ...browser() };
  expect(await getClaim(elsewhere)).toMatchObject({ standing: 'other_browser', own: null });
  expect(await refusalCode(proveClaim({ ...elsewhere, code: undefined }))).toBe('claim_unknown');
  await namePayee({ ...opened, ...card() });
  expect(await stateOf(caseId)).toBe('claimed');
});

test('a link that the shopper asks for leaves an identity check’s claim open; one that staff sends ends it', async () => {
  const { caseId, orderId, refundId } = await at.payerScene();
  const agent = await makeStaff('senior_agent');
  const opening = { caseId, identityNote: '视频核对身份证', by: agent };
  const { claimId } = await openClaim(opening);
  const isOver = async () => {
    const all = await selectClaims(caseId);
    return all.find(({ id }) => id === claimId)?.revokedAt !== null;
  };
  await resendClaim({ orderId, refundId, ...browser() });
  await resendClaim({ orderId, refundId, ...browser() });
  expect(await isOver()).toBe(false);
  expect((await selectClaims(caseId)).filter(({ revokedAt }) => !revokedAt)).toHaveLength(2);
  await sendClaim({ caseId, by: agent });
  expect(await isOver()).toBe(true);
});

/** How many statements of this database wait for the row of a case. */
const waitingForCase = async () =>
  (
    await pool().query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database()
          AND wait_event_type = 'Lock' AND query LIKE '%refund_cases%'`,
    )
  ).rowCount;

test('a case that ends while a claim is being opened has none', async () => {
  const { caseId } = await at.payerScene();
  const [senior, agent] = [await makeStaff('senior_agent'), await makeStaff('agent')];
  const code = await staffCode(senior.id);
  const held = await pool().connect();
  await held.query('BEGIN');
  await held.query('SELECT FROM refund_cases WHERE id = $1 FOR UPDATE', [caseId]);
  const ended = endRefundCase({ caseId, why: '商户已自行退款', code, by: senior });
  await expect.poll(waitingForCase, SOON).toBe(1);
  const opened = refusalCode(openClaim({ caseId, identityNote: '核对过', by: agent }));
  // Asked for before the end, decided after it.
  await expect.poll(waitingForCase, SOON).toBe(2);
  await held.query('COMMIT');
  held.release();
  await ended;
  expect(await opened).toBe('claim_over');
  expect(await selectClaims(caseId)).toEqual([]);
});
