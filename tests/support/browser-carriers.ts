import { stackInfo } from './browser-settings';

interface CarrierPayment {
  clientCorrelator: string;
  state: string;
  /** "6.00" */
  amount: string;
}

const control = async (path: string, body?: unknown): Promise<unknown> => {
  const response = await fetch(`${stackInfo().sandboxOrigin}/control/api/${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'Content-Type': 'application/json' },
  });
  if (!response.ok) throw new Error(`control ${path}: ${response.status}`);
  return response.json();
};

/** The carriers' side of the simulator, about one phone. */
export const carriersOf = (phone: string) => ({
  /** What becomes of this phone's next payment. */
  script: (behaviour: Record<string, unknown>): Promise<unknown> =>
    control('carrier/script', { match: { phone }, behaviour, times: 1 }),
  /** The states of its payments, the oldest first. */
  async states(): Promise<string[]> {
    const { payments } = (await control(`carrier/payments?phone=${phone}`)) as {
      payments: CarrierPayment[];
    };
    return payments.map(({ state }) => state);
  },
  /** The texts that it got, the newest first. */
  async texts(): Promise<string[]> {
    const { messages } = (await control(`sms?phone=${phone}`)) as { messages: { text: string }[] };
    return messages.map(({ text }) => text);
  },
});
