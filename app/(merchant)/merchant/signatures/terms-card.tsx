import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import type { SigningTerms } from '@/lib/merchants/signing-terms';
import { TermsForm } from './terms-form';

/** What is signed: calls of the API by the merchant, returns and webhooks by the platform. */
export async function TermsCard({ terms }: { terms: SigningTerms }) {
  const [t, members] = await Promise.all([
    getTranslations('paymentLinks.signatures.terms'),
    getTranslations('members'),
  ]);
  const choice = (name: keyof SigningTerms) => ({
    label: t(`${name}.label`),
    hint: t(`${name}.hint`),
  });
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <TermsForm
        key={JSON.stringify(terms)}
        terms={terms}
        words={{
          signedRequests: choice('signedRequests'),
          sm2Notices: choice('sm2Notices'),
          code: members('yourCode'),
          submit: t('save'),
          pending: members('pending'),
          broken: members('broken'),
        }}
      />
    </Card>
  );
}
