import { Refusal } from '@/lib/core/errors';
import { recordTransition } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { getMerchant } from '@/lib/merchants/get-merchant';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { formatAmount } from '@/lib/money/format-money';
import { listFeeTerms } from './list-fee-terms';
import type { FeeCard, FeeTerms } from './rules';
import { feeTermsSchema } from './schema';
import { lockSettlements } from './store';
import { upsertTerms } from './terms-store';

/**
 * Agrees other terms with a merchant for one method, for any card or for one kind of card. They hold
 * for what is settled from now on; who changed what is kept. Refusals: not_found, invalid_request.
 */
export async function setFeeTerms({
  merchantId,
  method,
  card = 'any',
  terms,
  actor,
}: {
  merchantId: string;
  method: MethodCode;
  card?: FeeCard;
  terms: FeeTerms;
  actor: string;
}): Promise<void> {
  if (method === 'balance' && card !== 'any') {
    const problem = 'a balance has no kind of card';
    throw new Refusal('invalid_request', { merchantId, method }, [{ path: 'card', problem }]);
  }
  const parsed = feeTermsSchema.safeParse(terms);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => ({
      path: path.map(String).join('.'),
      problem: message,
    }));
    throw new Refusal('invalid_request', { merchantId, method }, fields);
  }
  await inTransaction(async (tx) => {
    await lockSettlements(tx, merchantId);
    await getMerchant(merchantId, tx);
    const { [method]: before } = await listFeeTerms(merchantId, tx);
    await upsertTerms(tx, { merchantId, method, card }, parsed.data);
    await recordTransition(tx, {
      subjectType: 'fee_terms',
      subjectId: `${merchantId}:${method}${card === 'any' ? '' : `:${card}`}`,
      event: 'agree',
      from: inWords(before[card] ?? before.any),
      to: inWords(parsed.data),
      actor,
    });
  });
}

const inWords = ({ rateMillionths, minimum, cap }: FeeTerms): string =>
  `${rateMillionths}/1000000, ${formatAmount(minimum)} to ${cap ? formatAmount(cap) : 'any'}`;
