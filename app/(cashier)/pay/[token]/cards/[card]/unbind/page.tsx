import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BoundCardLine } from '@/components/cashier/bound-card-line';
import { PressForm } from '@/components/cashier/press-form';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { unbindAction } from '../../actions';
import { CardPage } from '../../card-page';
import { loadHolder } from '../../load-holder';
import { loadCard } from '../load-card';

type Params = { params: Promise<{ token: string; card: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cashierCards.unbind'))('title') };
}

/** One question, before a card is gone. */
export default async function UnbindPage({ params }: Params) {
  const { token, card: agreementId } = await params;
  const { view, userId } = await loadHolder(token, `cards/${agreementId}/unbind`);
  const loaded = await loadCard({ agreementId, userId, now: view.now });
  if (!loaded) notFound();
  if (loaded.signing.kind !== 'active') redirect(`/pay/${token}/cards`);
  const t = await getTranslations('cashierCards');
  return (
    <CardPage view={view} token={token} title={t('unbind.title')} lead={t('unbind.body')}>
      <Card className="grid gap-5">
        <div className="flex items-center gap-3">
          <BoundCardLine card={loaded.card} />
        </div>
        <PressForm
          action={unbindAction}
          hidden={{ token, agreementId }}
          variant="danger"
          label={t('unbind.confirm')}
          pendingLabel={t('unbind.pending')}
          broken={t('broken')}
        />
        <LinkButton href={`/pay/${token}/cards`} variant="quiet" block>
          {t('unbind.keep')}
        </LinkButton>
      </Card>
    </CardPage>
  );
}
