import { getFormatter, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { DescriptionList } from '@/components/ui/description-list';
import { langOf } from '@/components/ui/lang-of';
import { Moment } from '@/components/ui/moment';
import type { ListedContract } from '@/lib/contracts/listed-contract';
import { formatMoney } from '@/lib/money/format-money';
import { accessFacts } from './access-fields';
import { CloseForm } from './close-form';
import { TermsForm } from './terms-form';
import { termsFields } from './terms-words';

const PERCENT = { style: 'percent', maximumFractionDigits: 4 } as const;

/** One contract as it holds now, and the way to agree another. */
export async function ContractCard({
  contract,
  party,
  mayChange,
}: {
  contract: ListedContract;
  party: string;
  mayChange: boolean;
}) {
  const t = await getTranslations('office.channels');
  const tc = await getTranslations('office.contract');
  const format = await getFormatter();
  const percent = (millionths: number) => format.number(millionths / 1_000_000, PERCENT);
  const { merchantNo, access, tokenRequestorId } = contract.channelContract;
  const fact = (term: string, value: string) => ({
    term,
    // Names as the channel has them, in whatever language the page is.
    detail: (
      <span className="break-all" lang={langOf(value)}>
        {value}
      </span>
    ),
  });
  const { permissions, debitCostMillionths, creditCostMillionths, least, most, hours } = contract;
  return (
    <section className="grid gap-4 border-t border-line pt-5">
      <h3 className="font-semibold">{party}</h3>
      <DescriptionList
        items={[
          fact(t('merchantNo'), merchantNo),
          { term: t('access'), detail: t(`accessType.${access.type}`) },
          ...accessFacts(contract.channelContract).map(({ field, value }) =>
            fact(tc(`field.${field}`), value),
          ),
          ...(tokenRequestorId ? [fact(tc('field.tokenRequestorId'), tokenRequestorId)] : []),
          {
            term: t('covers'),
            detail: (
              <span className="flex flex-wrap justify-end gap-1">
                {permissions.length === 0
                  ? t('nothing')
                  : permissions.map((one) => <Badge key={one}>{t(`permission.${one}`)}</Badge>)}
              </span>
            ),
          },
          { term: t('debitCost'), detail: percent(debitCostMillionths) },
          { term: t('creditCost'), detail: percent(creditCostMillionths) },
          { term: t('least'), detail: least ? formatMoney(least) : t('noLimit') },
          { term: t('most'), detail: most ? formatMoney(most) : t('noLimit') },
          { term: t('hours'), detail: hours ?? t('always') },
          {
            term: t('since'),
            detail: contract.since ? <Moment at={contract.since} /> : t('fromSettings'),
          },
        ]}
      />
      {mayChange ? (
        <details>
          <summary className="min-h-11 w-fit cursor-pointer py-2.5 font-medium text-accent-text">
            {t('change')}
          </summary>
          <div className="pt-3">
            <TermsForm {...(await termsFields(contract))} />
          </div>
        </details>
      ) : null}
      {mayChange && contract.merchantId && contract.id ? (
        <details>
          <summary className="min-h-11 w-fit cursor-pointer py-2.5 font-medium text-accent-text">
            {tc('close')}
          </summary>
          <div className="pt-3">
            <CloseForm
              channel={contract.channel}
              contractId={contract.id}
              words={{
                lead: tc('closeLead'),
                cause: tc('closeCause'),
                causeHint: t('causeHint'),
                submit: tc('closeSubmit'),
                pending: t('agreeing'),
                broken: t('broken'),
              }}
            />
          </div>
        </details>
      ) : null}
    </section>
  );
}
