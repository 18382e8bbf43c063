import type { FourElements, SignFailureReason } from '@/lib/channels/agreement-port';
import type { RemoteChannel } from '@/lib/channels/registry';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { addChannelAgreement } from './add-channel-agreement';
import type { Agreement, ChannelAgreement, CodeSent } from './agreement';
import { moveChannelAgreement, selectChannelAgreements } from './channel-agreement-store';
import { type SigningTerms, termsOf } from './channel-terms';
import { spendCodeBudget } from './code-budget';
import { openElements } from './elements';
import { CODE_GAP_SECONDS, isSignFailureReason } from './rules';
import { type AskedForCode, sendCode } from './send-code';
import { signSilently } from './sign-silently';
import { LIVE } from './states';
import { lockAgreementRow, selectAgreement } from './store';

export type EnsuredChannelAgreement =
  | { kind: 'ready'; channelAgreementId: string; channelAgreementNo: string }
  | ({ kind: 'code_sent' } & CodeSent)
  | { kind: 'failed'; reason: SignFailureReason }
  /** The channel may have signed: it is asked until it says. */
  | { kind: 'unknown' };

const WANTS_CODE = { kind: 'failed', reason: 'code_required' } as const;

/**
 * Signs a bound card on a further channel when a payment first needs it: without a code where channel
 * and contract allow it, else with one (then `confirmChannelSigning`). A code that still works is not
 * sent again.
 *
 * Refusals: agreement_not_found (no bound card), too_many_requests
 */
export async function ensureChannelAgreement(given: {
  agreementId: string;
  channel: RemoteChannel;
  /** Nobody is there to type in a code: what would need one fails with code_required. */
  silentOnly?: boolean;
}): Promise<EnsuredChannelAgreement> {
  const { agreementId, channel, silentOnly = false } = given;
  const agreement = await selectAgreement(agreementId);
  if (agreement?.state !== 'active') throw new Refusal('agreement_not_found', { agreementId });
  const live = (await selectChannelAgreements(agreementId)).find(
    (row) => row.channel === channel && LIVE.includes(row.state),
  );
  const known = live && (await asItStands(agreement, live));
  if (known) return silentOnly && known.kind === 'code_sent' ? WANTS_CODE : known;
  const terms = await termsOf(agreement.merchantId, channel);
  if (!terms) return { kind: 'failed', reason: 'not_permitted' };
  if (silentOnly && !terms.silently) return WANTS_CODE;
  return sign(agreement, { terms, silentOnly });
}

/** What needs no call: undefined when there is none, or its code is too old. */
async function asItStands(
  agreement: Agreement,
  row: ChannelAgreement,
): Promise<EnsuredChannelAgreement | undefined> {
  const { id: channelAgreementId, channelAgreementNo, codeExpiresAt: expiresAt } = row;
  if (row.state === 'active' && channelAgreementNo) {
    return { kind: 'ready', channelAgreementId, channelAgreementNo };
  }
  if (row.state === 'sent' || row.state === 'unknown') return { kind: 'unknown' };
  if (row.state !== 'code_sent' || !expiresAt || expiresAt <= (await databaseNow()))
    return undefined;
  const { id: agreementId, phoneMasked } = agreement;
  return {
    kind: 'code_sent',
    agreementId,
    channelAgreementId,
    phoneMasked,
    expiresAt,
    unsure: false,
  };
}

async function sign(
  agreement: Agreement,
  { terms, silentOnly }: { terms: SigningTerms; silentOnly: boolean },
): Promise<EnsuredChannelAgreement> {
  const actor = `ensure-channel-agreement:${agreement.id}`;
  const elements = await openElements(agreement, actor);
  if (!terms.silently) return signWithCode(agreement, { terms, elements, actor });
  const begun = await openRow(agreement.id, { terms, withCode: false, actor });
  if ('kind' in begun) return begun;
  const { row } = await signSilently({ row: begun, elements, actor });
  // Risk wants a code after all.
  if (row.failureReason === 'code_required' && !silentOnly) {
    return signWithCode(agreement, { terms, elements, actor });
  }
  return told(row);
}

async function signWithCode(
  agreement: Agreement,
  given: { terms: SigningTerms; elements: FourElements; actor: string },
): Promise<EnsuredChannelAgreement> {
  const { terms, elements, actor } = given;
  await spendCodeBudget(elements.phone);
  const begun = await openRow(agreement.id, { terms, withCode: true, actor });
  if ('kind' in begun) return begun;
  const asked: AskedForCode = await sendCode({ row: begun, elements, actor });
  return asked.sent ? { kind: 'code_sent', ...asked.sent } : told(asked.row);
}

function told(row: ChannelAgreement): EnsuredChannelAgreement {
  const { id: channelAgreementId, channelAgreementNo, failureReason } = row;
  if (row.state === 'active' && channelAgreementNo) {
    return { kind: 'ready', channelAgreementId, channelAgreementNo };
  }
  if (row.state !== 'failed') return { kind: 'unknown' };
  const reason = failureReason && isSignFailureReason(failureReason) ? failureReason : 'declined';
  return { kind: 'failed', reason };
}

/**
 * T1. An old code gives way to a new signing; what a payment of the same moment has begun is in doubt
 * for this one.
 */
async function openRow(
  agreementId: string,
  { terms, withCode, actor }: { terms: SigningTerms; withCode: boolean; actor: string },
): Promise<ChannelAgreement | { kind: 'unknown' }> {
  return inTransaction(async (tx) => {
    const agreement = await lockAgreementRow(tx, agreementId);
    if (agreement?.state !== 'active') throw new Refusal('agreement_not_found', { agreementId });
    const rows = await selectChannelAgreements(agreementId, tx);
    const live = rows.find((row) => row.channel === terms.channel && LIVE.includes(row.state));
    if (live && !withCode && live.state === 'created' && live.codes === 0) return live;
    if (live && !isStale(live, await databaseNow(tx))) return { kind: 'unknown' };
    if (live) {
      const set = { failureReason: 'replaced', nextAskAt: null };
      await moveChannelAgreement(tx, live, { event: 'fail', actor, cause: 'begun anew', set });
    }
    return addChannelAgreement(tx, { agreementId, terms, withCode });
  });
}

/** Nothing can be made of it any more: its code is too old, or its sending was never answered. */
function isStale({ state, codeExpiresAt, lastCodeAt }: ChannelAgreement, now: Date): boolean {
  if (state === 'code_sent') return !codeExpiresAt || codeExpiresAt <= now;
  if (state !== 'created') return false;
  return !lastCodeAt || now.getTime() - lastCodeAt.getTime() >= CODE_GAP_SECONDS * 1000;
}
