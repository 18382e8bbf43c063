/**
 * The shopper's forms, by file in app/ and name, with the switches of language and text size on their pages. Next numbers a form by exactly these two and the installation's
 * NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, so a page drawn before a deploy still pays after it as long as they stay.
 * A new form is added here. One that moves or gets another name keeps the old file and name for one release,
 * handing on to the new one; without that, pages that are open say that they were updated and ask for another press.
 */
export const CASHIER_ACTIONS: Record<string, string[]> = {
  '(cashier)/l/[code]/actions.ts': ['openLinkAction'],
  '(cashier)/pay/[token]/actions.ts': ['askAction', 'payAction', 'switchAction'],
  '(cashier)/pay/[token]/cards/[card]/code/actions.ts': [
    'confirmAction',
    'confirmAndPayAction',
    'resendAction',
  ],
  '(cashier)/pay/[token]/cards/actions.ts': ['bindAction', 'recogniseAction', 'unbindAction'],
  '(cashier)/pay/[token]/code-action.ts': ['codeAction'],
  '(cashier)/pay/[token]/host-actions.ts': ['hostResultAction', 'keepHostAction'],
  '(cashier)/pay/[token]/payment-code-actions.ts': [
    'resendPaymentCodeAction',
    'submitPaymentCodeAction',
  ],
  '(cashier)/pay/[token]/phone/actions.ts': [
    'checkPhoneAction',
    'checkRememberedAction',
    'forgetPhoneAction',
  ],
  '(cashier)/pay/[token]/phone/pay-actions.ts': ['changeNumberAction', 'payByPhoneAction'],
  '(cashier)/pay/[token]/qr-action.ts': ['renewQrAction'],
  '(cashier)/pay/[token]/receipt/refund/actions.ts': ['askPaidRefundAction'],
  '(cashier)/receipt/[order]/refund/actions.ts': ['askFoundRefundAction'],
  '(cashier)/receipt/actions.ts': ['findReceiptAction'],
  '(cashier)/receipt/claim-action.ts': ['sendClaimLinkAction'],
  '(claim)/claim/[token]/actions.ts': [
    'namePayeeAction',
    'proveAction',
    'requestCodeAction',
    'resendCodeAction',
  ],
  '(claim)/claim/[token]/recognise-action.ts': ['recogniseAction'],
  '_server/change-language.ts': ['changeLanguage'],
  '_server/change-text-size.ts': ['changeTextSize'],
};
