import { noQuerySchema } from '@/lib/orders/schema';
import {
  balanceAnswerSchema,
  listStatementEntriesQuerySchema,
  statementAnswerSchema,
  statementEntriesAnswerSchema,
  statementMonthsAnswerSchema,
} from '@/lib/settlement/statement-schema';
import { operation } from './operation';

export const GET_BALANCE = operation({
  id: 'getBalance',
  method: 'GET',
  path: '/api/v1/balance',
  tag: 'balances',
  summary: 'Get the balance',
  query: noQuerySchema,
  answers: { 200: { description: 'What you have with us now', schema: balanceAnswerSchema } },
  refusals: [],
});

export const LIST_STATEMENT_ENTRIES = operation({
  id: 'listStatementEntries',
  method: 'GET',
  path: '/api/v1/statements/entries',
  tag: 'balances',
  summary: 'List what moved on an account',
  description:
    'Oldest first, page by page, each with the balance that it left. Entries of today may still come in between.',
  query: listStatementEntriesQuerySchema,
  answers: { 200: { description: 'A page of entries', schema: statementEntriesAnswerSchema } },
  refusals: [],
});

export const LIST_STATEMENTS = operation({
  id: 'listStatements',
  method: 'GET',
  path: '/api/v1/statements',
  tag: 'balances',
  summary: 'List the months with a statement',
  query: noQuerySchema,
  answers: { 200: { description: 'The months', schema: statementMonthsAnswerSchema } },
  refusals: [],
});

export const GET_STATEMENT = operation({
  id: 'getStatement',
  method: 'GET',
  path: '/api/v1/statements/{month}',
  tag: 'balances',
  summary: 'Get the statement of a month',
  description:
    'Totals by account and kind, as the books have them: `closing = opening + in − out`.',
  query: noQuerySchema,
  answers: { 200: { description: 'The statement', schema: statementAnswerSchema } },
  refusals: ['not_found'],
});

export const DOWNLOAD_STATEMENT = operation({
  id: 'downloadStatement',
  method: 'GET',
  path: '/api/v1/statements/{month}/lines.csv',
  tag: 'balances',
  summary: 'Download every line of a month',
  query: noQuerySchema,
  answers: {
    200: { description: 'Each account from its opening to its closing balance', file: 'text/csv' },
  },
  refusals: ['not_found'],
});
