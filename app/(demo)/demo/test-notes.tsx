import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { TEST_SHOPPER } from '@/lib/demo/shop';

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

function TextLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="font-medium text-accent-text underline underline-offset-2">
      {children}
    </a>
  );
}
