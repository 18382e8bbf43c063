import { z } from 'zod';

/** What a merchant may do at UnionPay; what it lacks is answered 32. */
export const PERMISSIONS = [
  'control',
  'sdk_wap',
  'api_wap',
  'qr',
  'no_redirect',
  'token',
  'payout',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const permissions = z.strictObject({
  control: z.boolean(),
  sdk_wap: z.boolean(),
  api_wap: z.boolean(),
  qr: z.boolean(),
  no_redirect: z.boolean(),
  token: z.boolean(),
  payout: z.boolean(),
});

/** POST /control/api/contract: what is given is changed. It holds for all of the merchants. */
export const contractChange = z.strictObject({
  permissions: permissions.partial().default({}),
  /** Every payment by token needs a code; without one: 82. */
  smsForPayments: z.boolean().optional(),
});

export interface Contract {
  permissions: z.infer<typeof permissions>;
  smsForPayments: boolean;
}

export const FULL_CONTRACT: Contract = {
  permissions: {
    control: true,
    sdk_wap: true,
    api_wap: true,
    qr: true,
    no_redirect: true,
    token: true,
    payout: true,
  },
  smsForPayments: false,
};
