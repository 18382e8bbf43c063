import type { FormAction } from '@/app/_server/action';
import { SecondPress, type SecondPressWords } from '@/app/(auth)/second-press';

export type CancelWords = SecondPressWords & Record<'cancel' | 'cancelThis', string>;

/** Stops the renewals of a subscription. */
export const CancelDetails = ({
  action,
  subscriptionId,
  words,
}: {
  action: FormAction<never>;
  subscriptionId: string;
  words: CancelWords;
}) => (
  <SecondPress
    action={action}
    subject={{ name: 'subscriptionId', value: subscriptionId }}
    opens={{ label: words.cancel, this: words.cancelThis }}
    words={words}
  />
);
