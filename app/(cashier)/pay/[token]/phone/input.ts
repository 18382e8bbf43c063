import { z } from 'zod';
import { phoneSchema } from '@/lib/auth/schema';
import { formKey, orderInput } from '../input';
import { PHONE_TERMS_VERSION } from './terms-version';

/** The number as it was typed, with whatever people put between digits. */
export const phoneInput = orderInput.extend({ phone: phoneSchema });

/** The tick names the text that was agreed to; the number itself is in the sealed cookie. */
export const payByPhoneInput = orderInput.extend({
  consent: z.literal(PHONE_TERMS_VERSION, 'cashierCarrier.consent.required'),
  /** The answer that the page has shown. */
  checked: z.uuid(),
  remember: z.literal('yes').optional(),
  formKey,
});
