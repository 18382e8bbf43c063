import type { ReactNode } from 'react';
import { ErrorCatalogue } from './catalogue';
import { Checks } from './checks';
import {
  Button,
  CreateEndpoint,
  OneCall,
  PaymentLink,
  Shop,
  SignedCall,
  SignedLink,
  Sm2,
  Verifiers,
} from './examples';
import { MagicAmounts, MagicCards, MagicPhones } from './magic-tables';
import { OrderPicture, OrderTable } from './order-life';
import { RetryLadder } from './retry-ladder';
import { LinkVector, ProblemSample, Sdk } from './samples';
import { TopicsTable } from './topics-table';

/** What the `:::name` lines of the articles stand for: everything that is made from what runs. */
export const PARTS: Readonly<Record<string, ReactNode>> = {
  'create-endpoint': <CreateEndpoint />,
  shop: <Shop />,
  'signed-link': <SignedLink />,
  'api-order': <OneCall />,
  'payment-link': <PaymentLink />,
  button: <Button />,
  'order-picture': <OrderPicture />,
  'order-table': <OrderTable />,
  topics: <TopicsTable />,
  verifiers: <Verifiers />,
  'retry-ladder': <RetryLadder />,
  'link-vector': <LinkVector />,
  'request-signature': <SignedCall />,
  'sm2-files': <Sm2 />,
  sdk: <Sdk />,
  problem: <ProblemSample />,
  catalogue: <ErrorCatalogue />,
  'magic-amounts': <MagicAmounts />,
  'magic-cards': <MagicCards />,
  'magic-phones': <MagicPhones />,
  checks: <Checks />,
};
