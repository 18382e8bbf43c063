import type { StartResult } from '@/lib/payments/start-payment';

/** Where a shopper goes from what a payment has come to. */
export function nextPage(token: string, started: StartResult): string {
  switch (started.result) {
    case 'paid':
      return `/pay/${token}/result`;
    case 'continue':
      return `/pay/${token}/go`;
    case 'sign':
      return `/pay/${token}/cards/${started.agreementId}/code?for=${started.channelAgreementId}`;
    case 'waiting':
    case 'failed':
      return `/pay/${token}`;
  }
}
