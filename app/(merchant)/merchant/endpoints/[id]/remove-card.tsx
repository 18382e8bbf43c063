import { getTranslations } from 'next-intl/server';
import { SecondPress } from '@/app/(auth)/second-press';
import { Card } from '@/components/ui/card';
import { removeEndpointAction } from './actions';

/** The way to be rid of it, by a second press. */
export async function RemoveCard({ endpointId }: { endpointId: string }) {
  const t = await getTranslations('developers.endpoints');
  return (
    <Card className="max-w-2xl">
      <SecondPress
        action={removeEndpointAction}
        subject={{ name: 'endpointId', value: endpointId }}
        opens={{ label: t('remove'), this: t('remove') }}
        words={{
          lead: t('removeLead'),
          confirm: t('removeConfirm'),
          pending: t('pending'),
          broken: t('broken'),
        }}
      />
    </Card>
  );
}
