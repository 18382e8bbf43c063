import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import type { Agreement, ChannelAgreement, CodeSent } from './agreement';
import { selectChannelAgreements } from './channel-agreement-store';
import { findOwnAgreement } from './find-own-agreement';
import { CODE_GAP_SECONDS, MOST_CODES, MOST_TRIES } from './rules';
import { OPEN } from './states';

export type Signing =
  | {
      kind: 'code_sent';
      code: CodeSent;
      /** How often it may still be typed in; none, or too late: the next one has to be asked for. */
      triesLeft: number;
      /** From when on the next code may be asked for; null when there is none left. */
      nextCodeAt: Date | null;
      now: Date;
    }
  /** The channel has the code and has not answered. */
  | { kind: 'in_doubt' }
  /** No code is awaited: another may be asked for. */
  | { kind: 'code_needed' }
  | { kind: 'active' }
  | { kind: 'over'; reason: string | null };

/**
 * How the binding of a card stands, for its page; with `channelAgreementId`, how the signing of a
 * bound card on that further channel does. Refusal: agreement_not_found.
 */
export async function getSigning(by: {
  agreementId: string;
  userId: string;
  channelAgreementId?: string;
}): Promise<Signing> {
  const agreement = await findOwnAgreement(by);
  const { id: agreementId, state, failureReason } = agreement;
  if (state !== 'signing' && state !== 'active') return { kind: 'over', reason: failureReason };
  const rows = await selectChannelAgreements(agreementId);
  if (state === 'signing') {
    return standing(
      agreement,
      rows.find((row) => OPEN.includes(row.state)),
    );
  }
  if (!by.channelAgreementId) return { kind: 'active' };
  const row = rows.find(({ id }) => id === by.channelAgreementId);
  if (!row) throw new Refusal('agreement_not_found', { agreementId });
  if (row.state === 'active') return { kind: 'active' };
  if (!OPEN.includes(row.state)) return { kind: 'over', reason: row.failureReason };
  return standing(agreement, row);
}

async function standing(
  { id: agreementId, phoneMasked }: Agreement,
  row: ChannelAgreement | undefined,
): Promise<Signing> {
  if (row?.state === 'sent' || row?.state === 'unknown') return { kind: 'in_doubt' };
  const expiresAt = row?.codeExpiresAt;
  if (row?.state !== 'code_sent' || !expiresAt) return { kind: 'code_needed' };
  const lastAt = row.lastCodeAt?.getTime() ?? 0;
  return {
    kind: 'code_sent',
    code: { agreementId, channelAgreementId: row.id, phoneMasked, expiresAt, unsure: false },
    triesLeft: Math.max(0, MOST_TRIES - row.codeTries),
    nextCodeAt: row.codes < MOST_CODES ? new Date(lastAt + CODE_GAP_SECONDS * 1000) : null,
    now: await databaseNow(),
  };
}
