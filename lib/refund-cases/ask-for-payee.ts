import { assert } from '@/lib/core/assert';
import { isRefusal } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { sendClaim } from './send-claim';
import { hastenCase } from './store';

const NO_PHONE_HOURS = 24;

/**
 * Texts the shopper a link to name where the money goes, when a case opens and whenever it opens again.
 * Throws when the text could not be sent, so that its job is done again; without a usable phone it is
 * staff who has to find the shopper, within a day.
 */
export async function askForPayee({ caseId }: { caseId: string }): Promise<void> {
  try {
    const { outcome } = await sendClaim({ caseId, by: 'system' });
    assert(outcome !== 'not_sent', `the claim link of ${caseId} was not sent`);
    if (outcome === 'no_phone') await hastenCase(caseId, { hours: NO_PHONE_HOURS });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    log().warn({ caseId, code: error.code }, 'no claim link is sent');
  }
}
