import type { useTranslations } from 'next-intl';
import type { CodeBoxWords } from './code-box';
import type { FaultWords } from './fault-words';

/** What every code box says, but for its button and its faults. */
export const codeBoxWords = (
  t: ReturnType<typeof useTranslations<'cashierCards'>>,
  submit: string,
  faults: FaultWords,
): CodeBoxWords => ({
  label: t('code.label'),
  hint: t('code.hint'),
  submit,
  pending: t('code.pending'),
  resend: t('code.resend'),
  // The seconds are filled in where they run.
  resendIn: t('code.resendIn', { seconds: '{seconds}' }),
  resending: t('code.resending'),
  resent: t('code.resent'),
  noMore: t('code.noMore'),
  ...faults,
});
