import { z } from 'zod';

// Controls, line and paragraph separators, and marks that turn the reading direction around.
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** Words that a person will read: no control characters, not blank, counted in characters. */
export const words = (most: number) =>
  z
    .string()
    .refine(
      (text) => text.trim() !== '' && [...text].length <= most,
      `must be 1 to ${most} characters`,
    )
    .refine((text) => !INVISIBLE.test(text), 'must not contain control characters')
    .meta({ minLength: 1, maxLength: most });
