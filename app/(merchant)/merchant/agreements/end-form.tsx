import { SecondPress, type SecondPressWords } from '@/app/(auth)/second-press';
import { endAgreementAction } from './actions';

/** Unbinds one card. */
export const EndForm = ({
  agreementId,
  words,
}: {
  agreementId: string;
  words: SecondPressWords & Record<'end' | 'endThis', string>;
}) => (
  <SecondPress
    action={endAgreementAction}
    subject={{ name: 'agreementId', value: agreementId }}
    opens={{ label: words.end, this: words.endThis }}
    words={words}
  />
);
