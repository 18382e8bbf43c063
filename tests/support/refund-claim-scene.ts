import { pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { proveClaim } from '@/lib/refund-cases/prove-claim';
import type { PayeeInput } from '@/lib/refund-cases/refund-claim-schema';
import { requestClaimCode } from '@/lib/refund-cases/request-claim-code';
import { sendClaim } from '@/lib/refund-cases/send-claim';
import { someCardNo } from './card-numbers';
import { seedShopper } from './factories/customers';
import { someIdNo } from './id-numbers';
import { somePhone } from './phones';
import { openScene } from './refund-case-scene';
import { startSmsReceiver } from './sms-receiver';
import { startUnionPayRail } from './unionpay-rail';

export type Claims = Awaited<ReturnType<typeof startClaims>>;

/** A channel that refuses, and phones that receive links and codes. */
export async function startClaims() {
  const rail = await startUnionPayRail();
  Object.assign(process.env, rail.env);
  const sms = await startSmsReceiver();

  /** A case whose payer has signed in with a phone of their own. */
  async function payerScene(phone = somePhone(), amountMinor = 6_800n) {
    const scene = await openScene(rail, { amountMinor });
    const { userId } = await seedShopper(phone);
    await pool().query('UPDATE customers SET user_id = $2 WHERE id = $1', [
      scene.customerId,
      userId,
    ]);
    await pool().query('UPDATE attempts SET customer_id = $2 WHERE id = $1', [
      scene.attempt.id,
      scene.customerId,
    ]);
    return { ...scene, phone, userId };
  }

  const linkTo = (phone: string): string =>
    tokenIn(
      sms.messages.findLast((one) => one.phone === phone && one.text.includes('/claim/'))?.text,
    );

  async function link({ caseId, phone }: { caseId: string; phone: string }): Promise<string> {
    await sendClaim({ caseId, by: 'system' });
    return linkTo(phone);
  }

  /** A link proved in a browser by the code of the payer's phone. */
  async function proved(scene: { caseId: string; phone: string }) {
    const opened = { token: await link(scene), ...browser() };
    await requestClaimCode(opened);
    await proveClaim({ ...opened, code: sms.codeFor(scene.phone) });
    return opened;
  }

  const stop = async () => {
    await sms.stop();
    await rail.stop();
  };
  return { rail, sms, payerScene, linkTo, link, proved, stop };
}

export const tokenIn = (text: string | undefined): string =>
  /\/claim\/([\w-]{43})/.exec(text ?? '')?.[1] ?? '';

/** One that nobody has seen before. */
export const browser = () => ({ device: newSortableNumber(), address: newSortableNumber() });

/** A card of somebody's own, as they type it. */
export const card = (more: Partial<Extract<PayeeInput, { to: 'card' }>> = {}) => ({
  to: 'card' as const,
  cardNo: someCardNo(),
  name: '王小明',
  idNo: someIdNo(),
  phone: somePhone(),
  ...more,
});
