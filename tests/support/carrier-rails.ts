import { openEventInbox, type ReceivedEvent } from './event-inbox';
import { cardCodeOnHandset } from './handset';
import { startSandboxProcess } from './sandbox-process';

const SECRET = 'the carriers and the cashier share this';
const CARRIERS = ['cmcc', 'cucc', 'ctcc', 'cbn'] as const;

export interface CarrierRails {
  /** What points our process at the carriers; assign it before anything reads the environment. */
  env: Record<string, string>;
  sandboxOrigin: string;
  /** The simulator's control API, as its README has it; by GET without a body. */
  control(path: string, body?: unknown): Promise<unknown>;
  /** The code in the newest text to that phone (11 digits). */
  handsetCode(phone: string): Promise<string>;
  /** How many texts that phone has got. */
  textsTo(phone: string): Promise<{ text: string; at: string }[]>;
  /** The carriers' events that contain the text, as they came over https; waits for so many of them. */
  events(text: string, count: number): Promise<ReceivedEvent[]>;
  stop(): Promise<void>;
}

/** The real simulator with the four carriers, and an https address that takes their events. */
export async function startCarrierRails(
  settings: Record<string, string> = {},
): Promise<CarrierRails> {
  const inbox = await openEventInbox();
  const sandbox = await startSandboxProcess({
    SANDBOX_CARRIER_SECRET: SECRET,
    SANDBOX_CARRIER_LOOKUP_KEY: SECRET,
    SANDBOX_SINK_CA_FILE: inbox.caFile,
    // Long enough to be asked about in between, also on a busy machine.
    SANDBOX_DOUBT_MS: '1500',
    ...settings,
  });
  const endpoints = CARRIERS.map((carrier) => ({
    carrier,
    apiRoot: `${sandbox.origin}/carriers/${carrier}`,
    tokenUrl: `${sandbox.origin}/carriers/${carrier}/oauth2/token`,
    clientId: 'cashier',
    clientSecret: SECRET,
  }));
  return {
    env: {
      CARRIER_ENDPOINTS: JSON.stringify(endpoints),
      CARRIER_LOOKUP_URL: `${sandbox.origin}/carriers/number-lookup`,
      CARRIER_LOOKUP_KEY: SECRET,
      CARRIER_MERCHANT_NO: '898000000000002',
      CARRIER_PERMISSIONS: 'carrier_sms,carrier_wap,carrier_direct,carrier_periodic',
      CARRIER_SINK_ORIGIN: inbox.origin,
    },
    sandboxOrigin: sandbox.origin,
    control: sandbox.control,
    handsetCode: (phone) => cardCodeOnHandset(sandbox.origin, phone),
    async textsTo(phone) {
      const { messages } = (await sandbox.control(`sms?phone=${phone}`)) as {
        messages: { text: string; at: string }[];
      };
      return messages;
    },
    events: inbox.about,
    async stop() {
      await sandbox.stop();
      await inbox.close();
    },
  };
}
