import type { SignOutcome } from '@/lib/channels/agreement-port';
import { present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { Agreement, ChannelAgreement } from './agreement';
import {
  type ChannelAgreementMove,
  moveChannelAgreement,
  selectChannelAgreement,
} from './channel-agreement-store';
import { signingPort } from './channel-terms';
import { nextAskAt, UNSURE_CODE_MS } from './rules';
import { OPEN } from './states';
import { lockAgreementRow, moveAgreement } from './store';

interface Word {
  /** What was asked for: a code, which binds nothing, or the signing itself. */
  step: 'code' | 'sign';
  outcome: SignOutcome;
  actor: string;
  cause: string;
}
type Move = Pick<ChannelAgreementMove, 'event' | 'set'>;

/**
 * T2: commits what the channel said about a signing, once and for good. Safe to repeat and to race:
 * the agreement's row is locked first, and every move is conditional. A card signed when nobody
 * wants it any more is ended again at the channel.
 */
export async function settleSigning({
  channelAgreementId,
  ...word
}: Word & { channelAgreementId: string }): Promise<{
  agreement: Agreement;
  row: ChannelAgreement;
}> {
  return inTransaction(async (tx) => {
    const known = present(await selectChannelAgreement(channelAgreementId, tx), channelAgreementId);
    const agreement = present(await lockAgreementRow(tx, known.agreementId), known.agreementId);
    const row = present(await selectChannelAgreement(channelAgreementId, tx), channelAgreementId);
    if (!OPEN.includes(row.state)) return { agreement, row };
    return settle(tx, agreement, row, word);
  });
}

async function settle(tx: Tx, agreement: Agreement, row: ChannelAgreement, word: Word) {
  const { outcome, actor, cause } = word;
  const now = await databaseNow(tx);
  const move = moveFor(agreement, row, word, now);
  const by = { actor, cause };
  const set = { ...move.set, evidence: outcome.evidence };
  const moved = await moveChannelAgreement(tx, row, { ...by, event: move.event, set });
  if (moved.state !== 'active' || outcome.kind !== 'signed') return { agreement, row: moved };
  if (agreement.state !== 'signing') return { agreement, row: moved };
  // What the channel says of its own card is better than our table of issuer numbers.
  const cardType =
    outcome.cardType && outcome.cardType !== 'unknown' ? outcome.cardType : undefined;
  const active = await moveAgreement(tx, agreement, {
    ...by,
    event: 'activate',
    set: { activatedAt: now, ...(cardType ? { cardType } : {}) },
  });
  return { agreement: active, row: moved };
}

function moveFor(
  agreement: Agreement,
  row: ChannelAgreement,
  { step, outcome }: Word,
  now: Date,
): Move {
  const wanted = agreement.state === 'signing' || agreement.state === 'active';
  switch (outcome.kind) {
    case 'signed': {
      const { channelAgreementNo } = outcome;
      if (wanted) return { event: 'sign', set: { channelAgreementNo, nextAskAt: null } };
      const end = { endNo: newSortableNumber(), endRequestedAt: now, nextAskAt: now };
      return { event: 'signTooLate', set: { channelAgreementNo, ...end } };
    }
    case 'code_sent':
      // Asked about a signing: the channel still waits for a code. The tries that were used stay used.
      return step === 'code'
        ? awaitCode(goodUntil(row, outcome.expiresAt, now))
        : { event: 'awaitCode', set: { codeExpiresAt: outcome.expiresAt, nextAskAt: null } };
    case 'failed':
      return afterFailure(row, outcome.reason, { step, wanted });
    case 'pending':
    case 'unknown':
      if (step === 'code') return awaitCode(new Date(now.getTime() + UNSURE_CODE_MS));
      return { event: 'lose', set: { nextAskAt: askAgain(row, now) } };
  }
}

/**
 * Not every channel tells how long a code lives, and what is reckoned from the signing's beginning is
 * too early for a further code; whether it still works is the channel's to say.
 */
function goodUntil({ codes }: ChannelAgreement, told: Date, now: Date): Date {
  const least = now.getTime() + UNSURE_CODE_MS;
  return codes > 1 && told.getTime() < least ? new Date(least) : told;
}

const awaitCode = (codeExpiresAt: Date): Move => ({
  event: 'awaitCode',
  set: { codeExpiresAt, codeTries: 0, nextAskAt: null },
});

/**
 * A wrong code, or a request that never arrived, leaves the signing open where somebody wants it, and
 * a further code that was not sent leaves the former as it is.
 */
function afterFailure(
  row: ChannelAgreement,
  reason: string,
  { step, wanted }: { step: Word['step']; wanted: boolean },
): Move {
  const open = wanted && step === 'sign';
  const withCode = row.codeExpiresAt !== null;
  if (
    wanted &&
    step === 'code' &&
    withCode &&
    ['not_received', 'too_many_codes'].includes(reason)
  ) {
    return { event: 'awaitCode' };
  }
  if (open && withCode && ['code_wrong', 'code_expired', 'not_received'].includes(reason)) {
    const used = reason === 'code_expired' ? { codeExpiresAt: row.sentAt ?? row.requestedAt } : {};
    return { event: 'awaitCode', set: { ...used, nextAskAt: null } };
  }
  if (open && reason === 'not_received') return { event: 'reopen', set: { nextAskAt: null } };
  return { event: 'fail', set: { failureReason: reason, nextAskAt: null } };
}

const askAgain = (row: ChannelAgreement, now: Date): Date =>
  nextAskAt({
    now,
    calledAt: row.sentAt ?? row.requestedAt,
    scheduleSeconds: signingPort(row.channel).querySchedule,
  });
