import type { Tx } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { maskCard } from '@/lib/persons/bank-card-rules';
import { maskIdNo, maskName } from '@/lib/persons/rules';
import { keepItem } from '@/lib/vault/keep-item';
import type { PayeeProof } from './payee';
import { payeeCardHash, payeeNameHash } from './payee-hashes';
import { insertPayee } from './payee-store';

export type NamedPayee =
  | {
      kind: 'card';
      /** Digits only, checked by the caller. */
      cardNo: string;
      bankName: string;
      name: string;
      idNo?: string;
      proof: PayeeProof;
      nameMatches: boolean | null;
    }
  | { kind: 'balance'; customerId: string; nameMatches: boolean | null };

/**
 * Keeps whom a shopper named for one refund: number, name and identity number in the vault, keyed
 * hashes of card and name for what will be approved, masks for the screen.
 */
export async function keepPayee(tx: Tx, payee: NamedPayee): Promise<{ payeeId: string }> {
  const payeeId = newId('pye');
  if (payee.kind === 'balance') {
    const { customerId, nameMatches } = payee;
    await insertPayee(tx, { ...NOTHING, id: payeeId, customerId, nameMatches, kind: 'balance' });
    return { payeeId };
  }
  const { cardNo, name, idNo, bankName, proof, nameMatches } = payee;
  await insertPayee(tx, {
    ...NOTHING,
    id: payeeId,
    kind: 'card',
    cardItemId: await keepItem(tx, { purpose: 'payee_card', plain: cardNo }),
    cardHash: payeeCardHash(cardNo),
    cardMasked: maskCard(cardNo),
    bankName,
    nameItemId: await keepItem(tx, { purpose: 'payee_name', plain: name.trim() }),
    nameHash: payeeNameHash(name),
    nameMasked: maskName(name),
    ...(idNo && {
      idNoItemId: await keepItem(tx, { purpose: 'payee_id_no', plain: idNo }),
      idNoMasked: maskIdNo(idNo),
    }),
    proof,
    nameMatches,
  });
  return { payeeId };
}

const NOTHING = {
  cardItemId: null,
  cardHash: null,
  cardMasked: null,
  bankName: null,
  nameItemId: null,
  nameHash: null,
  nameMasked: null,
  idNoItemId: null,
  idNoMasked: null,
  customerId: null,
  proof: 'signed_in',
} as const;
