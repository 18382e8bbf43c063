import { z } from 'zod';
import type { FourElements } from '@/lib/channels/agreement-port';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { keepItem } from '@/lib/vault/keep-item';
import { openItem } from '@/lib/vault/open-item';
import { removeItem } from '@/lib/vault/remove-item';
import type { Agreement } from './agreement';

const PURPOSE = 'card_elements';

const kept = z.strictObject({
  cardNo: z.string(),
  name: z.string(),
  idNo: z.string(),
  phone: z.string(),
});

/** The four elements as one item of the vault: the only place where they rest. */
export function keepElements(tx: Tx, elements: FourElements): Promise<string> {
  const { cardNo, name, idNo, phone } = elements;
  return keepItem(tx, { purpose: PURPOSE, plain: JSON.stringify({ cardNo, name, idNo, phone }) });
}

/**
 * Out of the vault for a signing, and for nothing else; the reading is on record under its actor.
 * Refusal: agreement_not_found when their purpose has ended.
 */
export async function openElements(
  { id, elementsItemId }: Pick<Agreement, 'id' | 'elementsItemId'>,
  actor: string,
): Promise<FourElements> {
  if (!elementsItemId) throw new Refusal('agreement_not_found', { agreementId: id });
  const plain = await openItem({ itemId: elementsItemId, actor, purpose: PURPOSE });
  return kept.parse(JSON.parse(plain));
}

/** Destroyed with the purpose: call it after the agreement has let go of the item. */
export async function destroyElements(tx: Tx, itemId: string | null): Promise<void> {
  if (itemId) await removeItem(tx, { itemId, purpose: PURPOSE });
}

export const sameElements = (a: FourElements, b: FourElements): boolean =>
  a.cardNo === b.cardNo && a.name === b.name && a.idNo === b.idNo && a.phone === b.phone;
