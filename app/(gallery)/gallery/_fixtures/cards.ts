import type { AgreementView } from '@/lib/agreements/agreement-view';
import { BANKS, type BankCode } from '@/lib/agreements/banks';
import { limitsOf } from '@/lib/agreements/card-rules';
import { NOW } from './base';

const card = (
  id: string,
  code: BankCode,
  cardType: AgreementView['cardType'],
  cardTail: string,
): AgreementView => {
  const { zh, en, colour, maintenance } = BANKS[code];
  return {
    id,
    bank: { code, zh, en, colour },
    cardTail,
    cardType,
    ...limitsOf(code, cardType),
    underMaintenance: false,
    maintenance,
    nameMasked: '*小满',
    phoneMasked: '138****8000',
    activatedAt: NOW,
  };
};

export const CARD = card('agr_gallery_1', 'cmb', 'debit', '0005');
export const CARDS: readonly AgreementView[] = [
  CARD,
  card('agr_gallery_2', 'icbc', 'credit', '7716'),
  { ...card('agr_gallery_3', 'psbc', 'debit', '3321'), underMaintenance: true },
];
/** One card of each bank that we know. */
export const EVERY_BANK: readonly AgreementView[] = Object.keys(BANKS).map((code, place) =>
  card(`agr_gallery_${code}`, code as BankCode, 'debit', String(1000 + place)),
);
