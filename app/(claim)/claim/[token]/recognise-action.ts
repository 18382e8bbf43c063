'use server';

import { action, anyone } from '@/app/_server/action';
import { recognisedBank } from '@/app/_server/recognised-bank';
import { recogniseInput } from '@/app/(cashier)/pay/[token]/cards/input';

/** Whose card a number is; nothing is kept and nobody is asked. */
export const recogniseAction = action({
  name: 'recognise payee card',
  input: recogniseInput,
  may: anyone,
  run: ({ cardNo }) => recognisedBank(cardNo),
});
