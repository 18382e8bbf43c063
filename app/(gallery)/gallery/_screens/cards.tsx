import type { ComponentProps } from 'react';
import { SigningPage } from '@/app/(cashier)/pay/[token]/cards/[card]/code/signing-page';
import { UnbindScreen } from '@/app/(cashier)/pay/[token]/cards/[card]/unbind/unbind-screen';
import { CardsScreen } from '@/app/(cashier)/pay/[token]/cards/cards-screen';
import { NewCardScreen } from '@/app/(cashier)/pay/[token]/cards/new/new-card-screen';
import { CardTermsScreen } from '@/app/(cashier)/pay/[token]/cards/terms/card-terms-screen';
import { after, NOW, TOKEN, view } from '../_fixtures/base';
import { CARD, CARDS, EVERY_BANK } from '../_fixtures/cards';
import { SIGNED_IN } from '../_fixtures/offers';
import type { Pictures } from './pictures';

const VIEW = view({
  shopper: { phoneMasked: '138****8000' },
  offers: SIGNED_IN,
  cards: [...CARDS],
});

const PERSON = {
  id: 'per_gallery',
  nameMasked: '*小满',
  idNoMasked: '3***************24',
  sources: 3,
};

const adding = (form: Partial<ComponentProps<typeof NewCardScreen>> = {}) => (
  <NewCardScreen view={VIEW} token={TOKEN} person={undefined} why="" {...form} />
);

type Signing = ComponentProps<typeof SigningPage>['signing'];

const SENT: Extract<Signing, { kind: 'code_sent' }> = {
  kind: 'code_sent',
  code: {
    agreementId: CARD.id,
    channelAgreementId: 'cag_gallery',
    phoneMasked: '138****8000',
    expiresAt: after(240),
    unsure: false,
  },
  triesLeft: 5,
  nextCodeAt: after(38),
  now: NOW,
};

const signing = (
  standing: Signing,
  page: { again?: boolean; unsure?: boolean; further?: boolean } = {},
) => (
  <SigningPage
    view={VIEW}
    card={CARD}
    signing={standing}
    hidden={{
      token: TOKEN,
      agreementId: CARD.id,
      ...(page.further ? { for: 'cag_gallery' } : {}),
    }}
    again={page.again ?? false}
    unsure={page.unsure ?? false}
  />
);

export const CARD_LIST: Pictures = {
  some: () => <CardsScreen view={VIEW} cards={CARDS} unbound={false} token={TOKEN} />,
  none: () => <CardsScreen view={VIEW} cards={[]} unbound={false} token={TOKEN} />,
  'one-unbound': () => <CardsScreen view={VIEW} cards={[CARD]} unbound token={TOKEN} />,
  'of-every-bank': () => (
    <CardsScreen view={VIEW} cards={EVERY_BANK} unbound={false} token={TOKEN} />
  ),
  unbind: () => <UnbindScreen view={VIEW} card={CARD} token={TOKEN} />,
  terms: () => <CardTermsScreen view={VIEW} token={TOKEN} />,
};

export const NEW_CARD: Pictures = {
  stranger: () => adding(),
  identified: () => adding({ person: PERSON }),
  'phone-refused': () => adding({ why: 'phone_mismatch' }),
  'card-refused': () => adding({ why: 'card_invalid' }),
};

export const CARD_CODE: Pictures = {
  sent: () => signing(SENT),
  'sent-again-by-another': () => signing(SENT, { again: true }),
  unsure: () => signing(SENT, { unsure: true }),
  'few-tries': () => signing({ ...SENT, triesLeft: 1, nextCodeAt: after(-5) }),
  'used-up': () => signing({ ...SENT, triesLeft: 0, nextCodeAt: null }),
  needed: () => signing({ kind: 'code_needed' }),
  'for-another-channel': () => signing(SENT, { further: true }),
  'bank-silent': () => signing({ kind: 'in_doubt' }),
  'phone-wrong': () => signing({ kind: 'over', reason: 'phone_mismatch' }),
  declined: () => signing({ kind: 'over', reason: 'declined' }),
  abandoned: () => signing({ kind: 'over', reason: 'abandoned' }),
  'no-reason-known': () => signing({ kind: 'over', reason: null }),
  'over-on-another-channel': () =>
    signing({ kind: 'over', reason: 'risk_refused' }, { further: true }),
};
