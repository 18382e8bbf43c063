import type { FourElements } from '@/lib/channels/agreement-port';
import { databaseNow } from '@/lib/core/clock';
import type { Agreement, ChannelAgreement, CodeSent } from './agreement';
import { askChannels } from './ask-channels';
import { selectChannelAgreements } from './channel-agreement-store';
import type { SigningTerms } from './channel-terms';
import { openElements, sameElements } from './elements';
import { refuseInDoubt } from './refuse-in-doubt';
import { replaceElements } from './replace-elements';
import { resendCode } from './resend-code';
import { anotherMayDiffer, CODE_GAP_SECONDS, isSignFailureReason } from './rules';
import { OPEN } from './states';

/**
 * The same card again while it is being bound. The same elements go on with the code that was just
 * sent, or get the next one; other elements (a mistyped phone) begin anew under the same agreement.
 */
export async function continueSigning(given: {
  agreement: Agreement;
  userId: string;
  elements: FourElements;
  consentVersion: string;
  terms: readonly SigningTerms[];
  actor: string;
}): Promise<CodeSent> {
  const { agreement, userId, elements, terms, actor } = given;
  const rows = await selectChannelAgreements(agreement.id);
  const open = rows.find(({ state }) => OPEN.includes(state));
  if (open) refuseInDoubt(open);
  const kept = await openElements(agreement, actor);
  if (agreement.userId !== userId || !sameElements(kept, elements)) {
    await replaceElements(given);
    return askChannels({ agreementId: agreement.id, elements, terms, actor });
  }
  return nextCode({ agreement, rows, elements, terms, actor });
}

/** The code that is on its way, the next one, or one from the next channel. */
export async function nextCode(given: {
  agreement: Agreement;
  rows: readonly ChannelAgreement[];
  elements: FourElements;
  terms: readonly SigningTerms[];
  actor: string;
  /** Another code is asked for, whatever is on its way. */
  isImpatient?: boolean;
}): Promise<CodeSent> {
  const { agreement, rows, elements, terms, actor, isImpatient = false } = given;
  const open = rows.find(({ state }) => OPEN.includes(state));
  const reasons = reasonsOf(rows);
  const untried = untriedOf(terms, rows);
  if (!open)
    return askChannels({ agreementId: agreement.id, elements, terms: untried, reasons, actor });
  const justSent = isImpatient ? undefined : await codeJustSent(agreement, open);
  if (justSent) return justSent;
  const { sent, reason } = await resendCode({ row: open, elements, actor });
  if (sent) return sent;
  const said = reason ? [...reasons, reason] : reasons;
  const left = reason && anotherMayDiffer(reason) ? untried : [];
  return askChannels({ agreementId: agreement.id, elements, terms: left, reasons: said, actor });
}

/** Channels that have not said anything about these elements yet. */
export const untriedOf = (
  terms: readonly SigningTerms[],
  rows: readonly ChannelAgreement[],
): SigningTerms[] =>
  terms.filter(
    ({ channel }) =>
      !rows.some((row) => row.channel === channel && row.failureReason !== 'replaced'),
  );

export const reasonsOf = (rows: readonly ChannelAgreement[]) =>
  rows.flatMap(({ failureReason }) =>
    failureReason && isSignFailureReason(failureReason) ? [failureReason] : [],
  );

async function codeJustSent(
  agreement: Agreement,
  row: ChannelAgreement,
): Promise<CodeSent | undefined> {
  const { codeExpiresAt, lastCodeAt } = row;
  if (row.state !== 'code_sent' || !codeExpiresAt || !lastCodeAt) return undefined;
  const now = (await databaseNow()).getTime();
  const fresh = now - lastCodeAt.getTime() < CODE_GAP_SECONDS * 1000;
  if (!fresh || codeExpiresAt.getTime() <= now) return undefined;
  return {
    agreementId: agreement.id,
    channelAgreementId: row.id,
    phoneMasked: agreement.phoneMasked,
    expiresAt: codeExpiresAt,
    unsure: false,
  };
}
