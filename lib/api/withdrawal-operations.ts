import { noQuerySchema } from '@/lib/orders/schema';
import {
  createWithdrawalSchema,
  listWithdrawalsQuerySchema,
  withdrawalAnswerSchema,
  withdrawalListAnswerSchema,
} from '@/lib/settlement/withdrawal-schema';
import { operation } from './operation';

const withdrawal = { description: 'The withdrawal', schema: withdrawalAnswerSchema };

export const CREATE_WITHDRAWAL = operation({
  id: 'createWithdrawal',
  method: 'POST',
  path: '/api/v1/withdrawals',
  tag: 'withdrawals',
  summary: 'Withdraw available money',
  description:
    'To the bank account that an owner has named in the console: a call can never name one. What becomes of it is told by webhook.',
  body: createWithdrawalSchema,
  example: { amount: 500_000 },
  answers: { 201: { ...withdrawal, description: 'The withdrawal was made' } },
  refusals: [
    'payout_account_unset',
    'payout_account_waits',
    'amount_out_of_range',
    'over_withdrawable',
    'insufficient_funds',
    'account_frozen',
    'account_closed',
    'unknown_account',
  ],
});

export const LIST_WITHDRAWALS = operation({
  id: 'listWithdrawals',
  method: 'GET',
  path: '/api/v1/withdrawals',
  tag: 'withdrawals',
  summary: 'List withdrawals',
  description: 'Newest first, page by page.',
  query: listWithdrawalsQuerySchema,
  answers: { 200: { description: 'A page of withdrawals', schema: withdrawalListAnswerSchema } },
  refusals: [],
});

export const GET_WITHDRAWAL = operation({
  id: 'getWithdrawal',
  method: 'GET',
  path: '/api/v1/withdrawals/{id}',
  tag: 'withdrawals',
  summary: 'Get a withdrawal',
  query: noQuerySchema,
  answers: { 200: withdrawal },
  refusals: ['not_found'],
});
