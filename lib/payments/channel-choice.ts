import type { PhoneNumber } from '@/lib/carriers/line';
import type { Instrument } from '@/lib/channels/port';
import type { RemoteChannel } from '@/lib/channels/registry';
import type { Contract } from '@/lib/contracts/contract';
import type { ChosenLine } from '@/lib/routing/line-route';
import type { Route } from '@/lib/routing/route';
import type { Attempt } from './attempt';

/** What will carry an attempt: decided before it is committed, and kept with it. */
export interface ChannelChoice {
  method: 'quickpass' | 'card' | 'carrier';
  channel: RemoteChannel;
  contract: Contract;
  instrument: Instrument;
  surface: Attempt['surface'];
  /** How long it may be paid, the order's own end apart. */
  payableMs: number;
  /** The bound card it is paid with. */
  agreement?: { agreementId: string; channelAgreementId: string };
  /** The phone whose bill is charged. */
  phone?: { number: PhoneNumber; line: ChosenLine; consentVersion: string };
  /** Which channels could have, and why this one does. */
  routing: Route;
}
