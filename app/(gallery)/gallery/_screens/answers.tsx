import type { ReactNode } from 'react';
import type { FormName } from '@/components/cashier/first-states';
import { ANSWERS } from '../_fixtures/answers';
import { Answered } from '../answered';
import { PressedForm } from '../pressed-form';
import { CARD_CODE, CARD_LIST, NEW_CARD } from './cards';
import { CHOOSING } from './choosing';
import { PHONE } from './phone';
import type { Pictures } from './pictures';
import { REFUND_ASK, TRACKER } from './receipt';
import { PAYMENT_CODE, WAITING } from './waiting';

/** On which screen a form is, as it is before anything is pressed. */
const SCREEN: Record<FormName, () => ReactNode> = {
  pay: () => CHOOSING['signed-in']?.(),
  payCode: () => CHOOSING['needs-code']?.(),
  code: () => PAYMENT_CODE['by-card']?.(),
  resend: () => CARD_CODE['few-tries']?.(),
  // Nothing else is asked there.
  ask: () => WAITING['by-balance']?.(),
  press: () => CARD_LIST.unbind?.(),
  card: () => NEW_CARD.stranger?.(),
  phone: () => PHONE.number?.(),
  phonePay: () => PHONE['by-code']?.(),
  search: () => TRACKER.search?.(),
  refundAsk: () => REFUND_ASK.ask?.(),
};
const FORMS = Object.keys(SCREEN) as FormName[];

/** What each form answers, on its screen. */
export const ANSWERED: Pictures = Object.fromEntries(
  FORMS.flatMap((form) =>
    Object.entries(ANSWERS[form]).map(([name, answer]) => [
      `${form.toLowerCase()}-${name}`,
      () =>
        answer === 'pending' || answer === 'offline' ? (
          <>
            {SCREEN[form]()}
            <PressedForm answer={answer} />
          </>
        ) : (
          <Answered form={form} answer={answer}>
            {SCREEN[form]()}
          </Answered>
        ),
    ]),
  ),
);
