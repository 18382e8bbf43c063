import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { TEST_NUMBERS, TEST_SHOPPER } from '@/lib/demo/shop';

/** That no money is real here, and with what one can pay. */
export async function TestNotes({ sandboxOrigin }: { sandboxOrigin?: string }) {
  const t = await getTranslations('demo');
  const { phone, paymentPassword } = TEST_SHOPPER;
  return (
    <Card aria-labelledby="test-notes" className="grid gap-5 md:grid-cols-2 md:gap-10">
      <div>
        <h2 id="test-notes" className="text-lg font-semibold">
          {t('notes.title')}
        </h2>
        <p className="mt-1 text-soft">{t('notes.body')}</p>
        {sandboxOrigin ? <TestNumbers /> : null}
      </div>
      <DescriptionList
        items={[
          {
            term: t('notes.password'),
            detail: <code className="whitespace-nowrap">{paymentPassword}</code>,
          },
          { term: t('notes.phone'), detail: <code>{phone}</code> },
          ...(sandboxOrigin
            ? [
                {
                  term: t('notes.codes'),
                  detail: (
                    <TextLink href={`${sandboxOrigin}/handset`}>{t('notes.handset')}</TextLink>
                  ),
                },
                { term: t('notes.card'), detail: t('notes.cardShown') },
                {
                  term: t('notes.ways'),
                  detail: (
                    <TextLink href={`${sandboxOrigin}/phone`}>{t('notes.phonePage')}</TextLink>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

const MEANINGS = ['fine', 'noCredit', 'noCode', 'ported', 'notOpened'] as const;

async function TestNumbers() {
  const t = await getTranslations('demo.notes');
  return (
    <>
      <h3 className="mt-5 font-semibold">{t('bill')}</h3>
      <p className="mt-1 text-sm text-soft">{t('billHow')}</p>
      <ul className="mt-2 grid gap-1 text-sm">
        {MEANINGS.map((meaning) => (
          <li key={meaning} className="flex gap-3">
            <code>{TEST_NUMBERS[meaning]}</code>
            <span>{t(`numbers.${meaning}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function TextLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="font-medium text-accent-text underline underline-offset-2">
      {children}
    </a>
  );
}
