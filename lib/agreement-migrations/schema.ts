import { z } from 'zod';
import { phoneSchema } from '@/lib/auth/schema';
import { passesLuhn } from '@/lib/core/luhn';
import { momentSchema } from '@/lib/core/page-schema';
import { referenceSchema } from '@/lib/customers/schema';
import { idNoSchema, personNameSchema } from '@/lib/persons/schema';
import type { Column } from './rules';

/** What is wrong with a line that is not even tried. */
export type RowProblem =
  | 'row_malformed'
  | 'bad_reference'
  | 'bad_name'
  | 'bad_id_no'
  | 'bad_card_no'
  | 'bad_phone'
  | 'duplicate_row';

export interface FileRow {
  customerReference: string;
  elements: { name: string; idNo: string; cardNo: string; phone: string };
}

/** A card's number, as people type it: in groups, with spaces or hyphens between. */
const cardNoSchema = z
  .string()
  .transform((text) => text.normalize('NFKC').replace(/[\s-]/g, ''))
  .refine((digits) => /^[1-9][0-9]{12,18}$/.test(digits) && passesLuhn(digits));

/** One line of the file, or the first thing that is wrong with it. */
export function readRow(
  cells: Partial<Record<Column, string>> | undefined,
): { row: FileRow } | { problem: RowProblem } {
  if (!cells) return { problem: 'row_malformed' };
  const reference = referenceSchema.safeParse(cells.customer_reference?.trim());
  const name = personNameSchema.safeParse(cells.name);
  const idNo = idNoSchema.safeParse(cells.id_no);
  const cardNo = cardNoSchema.safeParse(cells.card_no);
  const phone = phoneSchema.safeParse(cells.phone);
  if (!reference.success) return { problem: 'bad_reference' };
  if (!name.success) return { problem: 'bad_name' };
  if (!idNo.success) return { problem: 'bad_id_no' };
  if (!cardNo.success) return { problem: 'bad_card_no' };
  if (!phone.success) return { problem: 'bad_phone' };
  const elements = { name: name.data, idNo: idNo.data, cardNo: cardNo.data, phone: phone.data };
  // What rests in the vault only must not stand beside it as a name.
  const bare = reference.data.replace(/[\s-]/g, '').toUpperCase();
  if (bare === elements.cardNo || bare === elements.idNo) return { problem: 'bad_reference' };
  return { row: { customerReference: reference.data, elements } };
}

/** A migration as the merchant API shows it. */
export const migrationAnswerSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(['receiving', 'ready', 'running', 'done', 'cancelled']),
    rows: z.int(),
    signed: z.int(),
    rejected: z.int(),
    created_at: momentSchema,
    started_at: momentSchema.nullable(),
    finished_at: momentSchema.nullable(),
  })
  .meta({ id: 'AgreementMigration' });
export type MigrationAnswer = z.output<typeof migrationAnswerSchema>;
