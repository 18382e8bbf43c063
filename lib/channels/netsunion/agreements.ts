import type {
  AgreementPort,
  EndAgreementRequest,
  SignOutcome,
  SignQuery,
  SignRequest,
} from '../agreement-port';
import type { Setup } from './config';
import { exchange, unasked, unsent } from './exchange';
import { type Call, endingCall, signingCall, signingQuestion } from './requests';
import {
  type EndOutcome,
  translateEnd,
  translateSigning,
  translateSigningAsked,
} from './signing-translate';

const MINUTE = 60;
/** Longer than one call can take: a signing without a trace by then has not arrived. */
const MARGIN_MS = 2 * MINUTE * 1000;

/** Signing and ending of agreements: 101, 103, and 211 about them. */
export function createAgreements(setup: Setup): AgreementPort {
  async function sendSigning(call: Call): Promise<SignOutcome> {
    const answer = await exchange(setup, call);
    if (answer.kind === 'unknown') return answer;
    if (answer.kind === 'not_sent') return unsent(call, answer.detail);
    return translateSigning(answer.message);
  }

  return {
    signsSilently: setup.signsSilently,
    querySchedule: [2, 5, 15, MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE],

    requestCode: async (request: SignRequest) =>
      sendSigning(signingCall(setup, request, { type: 'send-code' })),

    async sign({ code, ...request }) {
      if (code === undefined && !setup.signsSilently) {
        throw new RangeError('this contract does not sign without a code');
      }
      return sendSigning(signingCall(setup, request, { type: 'sign', code }));
    },

    async querySign(request: SignQuery) {
      const call = signingQuestion(setup, request);
      const answer = await exchange(setup, call);
      if (answer.kind === 'unknown') return answer;
      if (answer.kind === 'not_sent') return unasked(call, answer.detail);
      return translateSigningAsked(answer.message, {
        final: request.askedAt.getTime() >= request.requestedAt.getTime() + MARGIN_MS,
        reason: 'not_received',
      });
    },

    async end(request: EndAgreementRequest): Promise<EndOutcome> {
      const call = endingCall(setup, request);
      const answer = await exchange(setup, call);
      if (answer.kind === 'unknown') return answer;
      if (answer.kind === 'not_sent') return unsent(call, answer.detail);
      return translateEnd(answer.message);
    },
  };
}
