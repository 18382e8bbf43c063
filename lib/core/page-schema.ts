import { z } from 'zod';

/** As many as one page of a list of the merchant API can hold. */
export const MOST_ON_A_PAGE = 100;
export const USUAL_ON_A_PAGE = 20;

/**
 * The two fields by which every list of the merchant API is read page by page, newest first.
 * @param prefix of the ids that the list is ordered by, as in `ord_…`
 */
export const pageFields = (prefix: string) => ({
  starting_after: z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`), `must be an id that begins with ${prefix}_`)
    .describe('The `next` of the page before')
    .optional(),
  limit: z
    .string()
    .regex(/^([1-9]|[1-9][0-9]|100)$/, `must be 1 to ${MOST_ON_A_PAGE}`)
    .transform(Number)
    .pipe(z.int().min(1).max(MOST_ON_A_PAGE))
    .describe(`How many at most, 1 to ${MOST_ON_A_PAGE}; ${USUAL_ON_A_PAGE} if left out`)
    .optional(),
});

/** What a list says of the page after: the `starting_after` to ask with, or null at the end. */
export const nextSchema = z
  .string()
  .nullable()
  .describe('The `starting_after` of the following page; null at the end');

/** A moment in the answers of the merchant API. */
export const momentSchema = z.iso.datetime({ precision: 3 });

/** An amount in the answers of the merchant API: whole fen. */
export const fenSchema = z.int().describe('Whole fen');
