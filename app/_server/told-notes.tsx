import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { listOrderNotes } from '@/lib/notes/list-order-notes';

/** What support has written about an order for this reader; nothing where there is nothing. Never by whom. */
export async function ToldNotes({
  orderId,
  audience,
}: {
  orderId: string;
  audience: 'merchant' | 'shopper';
}) {
  const notes = await listOrderNotes({ orderId, audiences: [audience] });
  if (notes.length === 0) return null;
  const t = await getTranslations('officeCase.told');
  return (
    <Card className="not-on-paper grid gap-3">
      <h2 className="text-lg font-semibold">{t(`${audience}Title`)}</h2>
      <ul className="grid gap-3">
        {notes.map(({ id, body, createdAt }) => (
          <li key={id} className="grid gap-0.5 text-sm">
            <p className="whitespace-pre-line">{body}</p>
            <p className="text-xs text-faint">
              {t('by')} · <Moment at={createdAt} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
