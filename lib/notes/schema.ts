import { z } from 'zod';
import { AUDIENCES } from './note';

export const LONGEST_NOTE = 2_000;

/** What somebody writes down: lines of text, without other control characters. */
export const noteBody = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .pipe(
    z
      .string()
      .min(1, 'common.problem.required')
      .max(LONGEST_NOTE)
      .regex(/^[^\p{Cc}]*(?:[\n\t][^\p{Cc}]*)*$/u),
  );

export const noteAudience = z.enum(AUDIENCES);
