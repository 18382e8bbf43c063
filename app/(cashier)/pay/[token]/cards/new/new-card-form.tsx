import { getTranslations } from 'next-intl/server';
import { CardForm } from '@/components/cashier/card-form';
import { fieldOfReason } from '@/components/cashier/card-form-problems';
import { CardTerms } from '@/components/cashier/card-terms';
import { faultWordsUnpaid } from '@/components/cashier/fault-words';
import { TermsBox } from '@/components/cashier/terms-box';
import type { Person } from '@/lib/persons/person';
import { bindAction, recogniseAction } from '../actions';
import { CARD_TERMS_VERSION } from '../terms-version';

/** The four elements, asked for once, with the text that is agreed to under them. */
export async function NewCardForm({
  token,
  person,
  why,
}: {
  token: string;
  /** Whom the wallet has identified: not asked again, and shown only masked. */
  person: Person | undefined;
  /** The reason for which the bank said no last time. */
  why: string;
}) {
  const [t, cashier] = await Promise.all([
    getTranslations('cashierCards'),
    getTranslations('cashier'),
  ]);
  const field = fieldOfReason(why);
  const reason = `over.reason.${why}`;
  return (
    <CardForm
      action={bindAction}
      recognise={recogniseAction}
      token={token}
      said={field && t.has(reason) ? { [field]: t(reason) } : {}}
      identified={
        person ? (
          <p className="flex flex-wrap items-center justify-between gap-x-3 text-sm">
            <span className="tabular-nums">
              {t('new.identified', { name: person.nameMasked, idNo: person.idNoMasked })}
            </span>
            <a
              href="?who=typed"
              className="inline-flex min-h-11 items-center font-medium text-accent-text"
            >
              {t('new.someoneElse')}
            </a>
          </p>
        ) : null
      }
      termsVersion={CARD_TERMS_VERSION}
      terms={
        <TermsBox label={t('new.terms')}>
          <CardTerms version={CARD_TERMS_VERSION} level={2} />
        </TermsBox>
      }
      words={{
        number: t('new.number'),
        numberHint: t('new.numberHint'),
        name: t('new.name'),
        idNo: t('new.idNo'),
        why: t('new.why'),
        phone: t('new.phone'),
        phoneHint: t('new.phoneHint'),
        phoneHelp: t('new.phoneHelp'),
        notAsked: t('new.notAsked'),
        consent: t('new.consent'),
        submit: t('new.submit'),
        pending: t('new.pending'),
        ...faultWordsUnpaid(cashier),
      }}
    />
  );
}
