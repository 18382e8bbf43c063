import { getTranslations } from 'next-intl/server';
import { newFormKey } from '@/app/_server/form-key';
import { CodeBox } from '@/components/cashier/code-box';
import { codeBoxWords } from '@/components/cashier/code-box-words';
import { faultWords, faultWordsUnpaid } from '@/components/cashier/fault-words';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import type { Signing } from '@/lib/agreements/get-signing';
import { confirmAction, confirmAndPayAction, resendAction } from './actions';

/** The code is typed in here; or the next one is asked for. */
export async function CodeStep({
  signing,
  hidden,
  unsure,
}: {
  signing: Extract<Signing, { kind: 'code_sent' | 'code_needed' }>;
  hidden: { token: string; agreementId: string; for?: string };
  unsure: boolean;
}) {
  const [t, cashier] = await Promise.all([
    getTranslations('cashierCards'),
    getTranslations('cashier'),
  ]);
  const sent = signing.kind === 'code_sent' ? signing : undefined;
  const usable = sent !== undefined && sent.triesLeft > 0 && sent.code.expiresAt > sent.now;
  return (
    <Card className="grid gap-4">
      {sent && usable ? (
        <p className="text-soft">
          {t(unsure ? 'code.unsure' : 'code.sentTo', { phone: sent.code.phoneMasked })}
          {sent.triesLeft < 5 ? (
            <span className="block text-sm text-warn">
              {t('code.triesLeft', { count: sent.triesLeft })}
            </span>
          ) : null}
        </p>
      ) : null}
      {usable || sent?.nextCodeAt === null ? null : (
        <Notice tone="warn" title={t('code.needed')}>
          {sent ? t('code.over') : t('code.neededBody')}
        </Notice>
      )}
      <CodeBox
        confirm={hidden.for ? confirmAndPayAction : confirmAction}
        resend={resendAction}
        hidden={hidden.for ? { ...hidden, formKey: newFormKey() } : hidden}
        usable={usable}
        waitSeconds={waitSeconds(sent)}
        words={
          hidden.for
            ? codeBoxWords(t, t('code.submitContinue'), faultWords(cashier))
            : codeBoxWords(t, t('code.submit'), faultWordsUnpaid(cashier))
        }
      />
    </Card>
  );
}

/** By the server's clock, so that a reload does not shorten it; null when there is no code left. */
function waitSeconds(sent: Extract<Signing, { kind: 'code_sent' }> | undefined): number | null {
  if (!sent) return 0;
  if (!sent.nextCodeAt) return null;
  return Math.max(0, Math.ceil((sent.nextCodeAt.getTime() - sent.now.getTime()) / 1000));
}
