import { Refusal } from '@/lib/core/errors';
import { selectChecksFrom } from './staff-store';
import { verifyStaffCode } from './verify-staff-code';

/**
 * As verifyStaffCode, for agreeing to what somebody else proposed: nobody does that on the day on which an
 * administrator added them, gave them another role or took their authenticator away, so that one person
 * cannot make the second one on the spot. Who is too new spends no code.
 *
 * @throws Refusal checker_too_new {until}, those of verifyStaffCode
 */
export async function verifyCheckerCode({
  userId,
  code,
}: {
  userId: string;
  code: string;
}): Promise<void> {
  const checks = await selectChecksFrom(userId);
  if (checks?.isTooNew) {
    throw new Refusal('checker_too_new', { until: checks.checksFrom?.toISOString() ?? '' });
  }
  await verifyStaffCode({ userId, code });
}
