import { z } from 'zod';

/** The colour that was typed or picked: "#rrggbb", the sign may be left out. */
export const accentInput = z.object({
  accentColor: z
    .string()
    .trim()
    .regex(/^#?[0-9a-f]{6}$/i, 'merchant.appearance.colour.problem')
    .transform((text) => `#${text.replace('#', '').toLowerCase()}`),
  step: z.enum(['look', 'save']),
});

/** The button that takes the picture away sends nothing: whose it is comes from who is signed in. */
export const removeLogoInput = z.object({});
