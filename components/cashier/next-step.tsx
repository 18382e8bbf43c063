import type { ButtonVariant } from '@/components/ui/button-class';
import { LinkButton } from '@/components/ui/link-button';
import type { NextStep } from '@/lib/channels/port';
import { ChannelForm } from './channel-form';

/** The way to the channel's page; nothing where there is only waiting to do. */
export function NextStepButton({
  step,
  label,
  variant,
  autoPostKey,
}: {
  step: NextStep | null;
  label: string;
  variant?: ButtonVariant;
  /** Set where the shopper is on the way: the channel's form then posts itself, once. */
  autoPostKey?: string;
}) {
  if (step?.type === 'post-form') {
    return (
      <ChannelForm
        url={step.url}
        fields={step.fields}
        label={label}
        variant={variant}
        autoPostKey={autoPostKey}
      />
    );
  }
  return step?.type === 'redirect' ? (
    <LinkButton href={step.url} variant={variant} size="lg" block>
      {label}
    </LinkButton>
  ) : null;
}
