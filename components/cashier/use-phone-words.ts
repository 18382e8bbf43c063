import { useTranslations } from 'next-intl';
import type { CarrierCode } from '@/lib/channels/port';

/** How a phone's carrier and province are called in the reader's language. */
export function usePhoneWords() {
  const carriers = useTranslations('carriers');
  const t = useTranslations('cashierCarrier');
  const carrierName = (carrier: CarrierCode): string => carriers(`carrier.${carrier}`);
  const provinceName = (province: string): string => {
    const key = `province.${province}`;
    return carriers.has(key) ? carriers(key) : '';
  };
  return {
    carrierName,
    provinceName,
    /** "移动": beside the name of a province. */
    shortName: (carrier: CarrierCode): string => t(`short.${carrier}`),
    /** "中国移动 · 河南"; the carrier alone where nobody says which province. */
    placeOf(carrier: CarrierCode, province: string | null): string {
      const name = province === null ? '' : provinceName(province);
      return name
        ? t('place', { carrier: carrierName(carrier), province: name })
        : carrierName(carrier);
    },
  };
}
