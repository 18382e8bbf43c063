import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { payoutAdapter } from '@/lib/channels/registry';
import { db, pool } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { checkBooks } from '@/lib/ledger/check-books';
import { setBalanceContract } from '@/lib/merchants/set-balance-contract';
import { getReceipt } from '@/lib/receipts/get-receipt';
import { getClaim } from '@/lib/refund-cases/get-claim';
import { listClaims } from '@/lib/refund-cases/list-claims';
import { namePayee } from '@/lib/refund-cases/name-payee';
import { proveClaim } from '@/lib/refund-cases/prove-claim';
import { openClaimPhone } from '@/lib/refund-cases/refund-claim-phone';
import { selectClaimedCase } from '@/lib/refund-cases/refund-claim-store';
import { rejectPayee } from '@/lib/refund-cases/reject-payee';
import { requestClaimCode } from '@/lib/refund-cases/request-claim-code';
import { sendClaim } from '@/lib/refund-cases/send-claim';
import { sendProof } from '@/lib/refund-cases/send-proof';
import { keepItem } from '@/lib/vault/keep-item';
import { someCardNo } from '@/tests/support/card-numbers';
import { seedPerson } from '@/tests/support/factories/persons';
import { makeStaff } from '@/tests/support/make-staff';
import { somePhone } from '@/tests/support/phones';
import { approve, bankSays, propose, send, view } from '@/tests/support/refund-case-scene';
import { type Claims, card, startClaims } from '@/tests/support/refund-claim-scene';
import { refusalCode } from '@/tests/support/refusal-code';

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
const payeeOf = async (caseId: string) => {
  const { payeeId } = await db().refundCase.findUniqueOrThrow({
    where: { id: caseId },
    select: { payeeId: true },
  });
  return db().payee.findUniqueOrThrow({ where: { id: payeeId ?? '' } });
};

const proofsAskedFor = async (caseId: string) =>
  (
    await pool().query(
      `SELECT FROM pgboss.job WHERE name = 'send-refund-proof' AND data->>'caseId' = $1`,
      [caseId],
    )
  ).rowCount;

test('where the vault has a phone no longer, the next one that is known is the payer’s', async () => {
  const { caseId, phone } = await at.payerScene();
  const known = await selectClaimedCase(caseId);
  const orders = somePhone();
  const orderPhoneItemId = await inTransaction((tx) =>
    keepItem(tx, { purpose: 'payer_phone', plain: orders }),
  );
  expect(await openClaimPhone({ ...known, orderPhoneItemId }, 'test')).toBe(phone);
  const gone = { ...known, userPhoneItemId: 'vlt_destroyed' };
  expect(await openClaimPhone({ ...gone, orderPhoneItemId }, 'test')).toBe(orders);
  expect(await openClaimPhone(gone, 'test')).toBeNull();
});

test('what a card proves: name, ID number and card by its bank, the phone by the register; no answer is no mismatch', async () => {
  const scene = await at.payerScene();
  const opened = await at.proved(scene);
  const vault = () => db().vaultItem.count({ where: { purpose: { startsWith: 'payee_' } } });
  const before = await vault();
  const refused = (more: Parameters<typeof card>[0]) =>
    refusalCode(namePayee({ ...opened, ...card(more) }));
  expect(await refused({ name: '王不符' })).toBe('payee_mismatch');
  expect(await refused({ cardNo: someCardNo('6225') })).toBe('payee_card_credit');
  vi.spyOn(payoutAdapter(), 'verifyCard').mockResolvedValueOnce({
    kind: 'unknown',
    cause: 'timeout',
    evidence: {},
  });
  expect(await refused({})).toBe('verification_unavailable');
  vi.spyOn(payoutAdapter(), 'verifyIdentity').mockResolvedValueOnce({
    kind: 'unknown',
    cause: 'timeout',
    evidence: {},
  });
  expect(await refused({})).toBe('verification_unavailable');
  expect(await vault()).toBe(before);
  expect(await stateOf(scene.caseId)).toBe('open');

  const typed = card({ phone: `${somePhone().slice(0, 7)}0000` });
  await namePayee({ ...opened, ...typed });
  expect(await payeeOf(scene.caseId)).toMatchObject({ proof: 'three_elements', nameMatches: null });
  await namePayee({ ...opened, ...typed, phone: somePhone() });
  const payee = await payeeOf(scene.caseId);
  expect(payee).toMatchObject({ proof: 'four_elements', nameMatches: null, nameMasked: '王**' });
  const rows = JSON.stringify([payee, await listClaims(scene.caseId)], (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  for (const secret of [typed.cardNo, typed.name, typed.idNo, typed.phone]) {
    expect(rows).not.toContain(secret);
  }
  // Whoever was named before is forgotten.
  expect(await vault()).toBe(before + 3);
});

test('an account of another name than the payer’s takes a reason and is marked; corrected, it is the payer’s own', async () => {
  const scene = await at.payerScene();
  await seedPerson({ userId: scene.userId, name: '王小明' });
  const opened = await at.proved(scene);
  const other = card({ name: '李小红' });
  expect(await refusalCode(namePayee({ ...opened, ...other }))).toBe('payee_name_other');
  expect(await stateOf(scene.caseId)).toBe('open');
  await namePayee({ ...opened, ...other, nameReason: 'family' });
  expect(await payeeOf(scene.caseId)).toMatchObject({ nameMatches: false });
  expect(await getClaim(opened)).toMatchObject({ own: { nameReason: 'family' } });
  await namePayee({ ...opened, ...card({ nameReason: 'family' }) });
  expect(await payeeOf(scene.caseId)).toMatchObject({ nameMatches: true });
  expect(await getClaim(opened)).toMatchObject({ own: { nameReason: null } });
});

test('a balance is offered to who signs in with that phone, and only where a contract lets money rest there', async () => {
  const scene = await at.payerScene();
  const opened = await at.proved(scene);
  const toBalance = () => namePayee({ ...opened, to: 'balance' });
  const { merchantId } = scene;
  await setBalanceContract({ merchantId, balanceContract: 'none' });
  expect(await getClaim(opened)).toMatchObject({ own: { mayUseBalance: false } });
  expect(await refusalCode(toBalance())).toBe('balance_not_offered');
  await setBalanceContract({ merchantId, balanceContract: 'bank_custody' });
  expect(await getClaim(opened)).toMatchObject({ own: { mayUseBalance: true } });
  await toBalance();
  expect(await payeeOf(scene.caseId)).toMatchObject({
    kind: 'balance',
    customerId: scene.customerId,
  });
});

test('a correction voids what was proposed; once everybody has approved, nothing is corrected any more', async () => {
  const scene = await at.payerScene();
  const { caseId } = scene;
  const opened = await at.proved(scene);
  await namePayee({ ...opened, ...card() });
  const stale = await propose(caseId);
  await namePayee({ ...opened, ...card() });
  expect(await stateOf(caseId)).toBe('claimed');
  expect(await refusalCode(approve(caseId, stale.contentHash))).toBe('state_conflict');
  const { contentHash } = await propose(caseId);
  await approve(caseId, contentHash);
  expect(await stateOf(caseId)).toBe('approved');
  expect(await refusalCode(namePayee({ ...opened, ...card() }))).toBe('claim_over');
  expect(await refusalCode(sendClaim({ caseId, by: await makeStaff('agent') }))).toBe('claim_over');
  expect(await getClaim(opened)).toMatchObject({ standing: 'proved', own: { mayName: false } });
});

test('the receipt follows a transferred refund to the bank’s reference, and back when the bank returns it', async () => {
  const scene = await at.payerScene();
  const transfer = async () => (await getReceipt(scene)).refunds[0]?.parts[0]?.transfer;
  expect(await transfer()).toMatchObject({
    state: 'open',
    canSendLink: true,
    to: null,
    linkSentAt: null,
    claimBy: expect.any(Date),
  });
  const opened = await at.proved(scene);
  const typed = card();
  await namePayee({ ...opened, ...typed });
  expect(await transfer()).toMatchObject({
    state: 'claimed',
    claimedAt: expect.any(Date),
    approvedAt: null,
    linkSentAt: expect.any(Date),
    to: { kind: 'card', cardMasked: `${typed.cardNo.slice(0, 4)}****${typed.cardNo.slice(-4)}` },
  });
  const { contentHash } = await propose(scene.caseId);
  await approve(scene.caseId, contentHash);
  const payout = await send(scene.caseId);
  await bankSays(payout, 'succeed');
  const paid = await transfer();
  expect(paid).toMatchObject({
    state: 'paid',
    bankRef: expect.any(String),
    paidAt: expect.any(Date),
  });
  expect(await getReceipt(scene)).toMatchObject({
    moving: false,
    refunds: [{ progress: 'returned' }],
  });
  expect(await getClaim(opened)).toMatchObject({
    caseState: 'paid',
    own: { bankRef: paid?.bankRef },
  });
  const texts = () => at.sms.messages.filter(({ phone }) => phone === scene.phone);
  const newest = () => texts().at(-1)?.text;
  expect(await proofsAskedFor(scene.caseId)).toBe(1);
  await sendProof(scene);
  expect(newest()).toContain(`尾号 ${typed.cardNo.slice(-4)} 的卡，银行流水号 ${paid?.bankRef}`);
  const told = texts().length;
  await bankSays(payout, 'return');
  // Nothing has arrived any more.
  await sendProof(scene);
  expect(texts()).toHaveLength(told);
  expect(await transfer()).toMatchObject({
    state: 'open',
    again: 'sentBack',
    to: null,
    bankRef: null,
    paidAt: null,
  });
  expect(await getClaim(opened)).toMatchObject({
    own: { again: 'sentBack', mayName: true, payee: null },
  });
  // Why another account is needed, the next link says.
  await sendClaim({ caseId: scene.caseId, by: 'system' });
  expect(newest()).toContain('被银行退了回来');
  expect(newest()).not.toContain('无法原路退回');
  const again = { ...opened, token: at.linkTo(scene.phone) };
  await requestClaimCode(again);
  await proveClaim({ ...again, code: at.sms.codeFor(scene.phone) });
  await namePayee({ ...again, ...card() });
  await rejectPayee({ caseId: scene.caseId, why: '姓名与证件不符', by: await makeStaff('agent') });
  expect(await transfer()).toMatchObject({ state: 'open', again: 'rejected', to: null });
  expect(await getClaim(again)).toMatchObject({ own: { again: 'rejected', mayName: true } });
});
