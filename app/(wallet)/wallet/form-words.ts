import { getTranslations } from 'next-intl/server';
import type { FormField } from '@/components/wallet/form-field';

/** The two proofs that the wallet asks for, the same everywhere. */
export async function proofFields(): Promise<{ password: FormField; code: FormField }> {
  const t = await getTranslations('wallet');
  return {
    password: {
      name: 'password',
      kind: 'secret',
      label: t('password.label'),
      hint: t('password.hint'),
    },
    code: { name: 'code', kind: 'code', label: t('code.label'), hint: t('code.hint') },
  };
}

/** Beside which field a refusal is said. */
export const PROOF_REFUSALS = {
  payment_password_wrong: 'password',
  payment_password_wrong_again: 'password',
  payment_password_locked: 'password',
  confirmation_code_wrong: 'code',
};
