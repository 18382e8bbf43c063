import type { AgreementPort, SignQuery, SignRequest } from '../agreement-port';
import type { ChannelContract } from '../port';
import { contractOf, type Setup } from './config';
import { BIZ_TYPE, txnTimeOf } from './contract-fields';
import { ask, gatewayUrl, request } from './exchange';
import type { Fields } from './read-fields';
import { queryFields } from './requests';
import { sealerFor, unseal } from './sensitive';
import { endTokenFields, openTokenFields, signCodeFields, trIdOf } from './token-requests';
import {
  translateEnding,
  translateEndQuery,
  translateSignCode,
  translateSigning,
  translateSignQuery,
} from './token-translate';
import { type Expected, unreadable } from './translate';

const MINUTE_MS = 60_000;
/** UnionPay does not tell how long a code lives; a signing is not worth more patience than this. */
const CODE_MS = 15 * MINUTE_MS;
/** Longer than one call can take. A signing moves no money and its number is taken once. */
const SIGN_MARGIN_MS = 2 * MINUTE_MS;

/** Bound cards by the token product (000902). */
export function createAgreements(setup: Setup): AgreementPort {
  const contractFor = (given: { contract?: ChannelContract }) => contractOf(setup, given);
  const back = (fields: Fields, { requestedAt }: { requestedAt: Date }) => ({
    url: gatewayUrl(setup, 'backTransReq'),
    fields,
    at: requestedAt,
  });
  const expectedOf = (
    contract: ChannelContract,
    named: { number: string; requestedAt: Date },
    txnType: Expected['txnType'],
  ): Expected => ({
    merId: contract.merchantNo,
    orderId: named.number,
    txnTime: txnTimeOf(named),
    txnType,
    product: 'token',
  });
  const signing = (given: SignRequest | SignQuery, txnType: Expected['txnType']) =>
    expectedOf(contractFor(given), { ...given, number: given.signNo }, txnType);
  /** The card an answer is about is encrypted for us; where it can be read, it has to be the one asked for. */
  const isOtherCard = ({ accNo }: Fields, { elements }: SignRequest): boolean => {
    const cardNo = accNo === undefined ? undefined : unseal(setup, accNo);
    return cardNo !== undefined && cardNo !== elements.cardNo;
  };

  return {
    signsSilently: false,
    querySchedule: [1, 2, 4, 8, 16, 32, 60, 120, 300, 600, 1_800, 3_600],

    async requestCode(given) {
      const contract = contractFor(given);
      const fields = signCodeFields(contract, given, sealerFor(setup, contract, given.signNo));
      const expiresAt = new Date(given.requestedAt.getTime() + CODE_MS);
      return request(setup, back(fields, given), (answer) =>
        translateSignCode(answer, signing(given, '77'), expiresAt),
      );
    },

    async sign({ code, ...given }) {
      if (code === undefined) {
        const evidence = { orderId: given.signNo, problem: 'not sent: there is no code' };
        return { kind: 'failed', reason: 'code_required', evidence };
      }
      const contract = contractFor(given);
      const sealer = sealerFor(setup, contract, given.signNo);
      const fields = openTokenFields(contract, { ...given, code }, sealer);
      return request(setup, back(fields, given), (answer) =>
        isOtherCard(answer, given)
          ? unreadable(answer, 'accNo is not ours')
          : translateSigning(answer, signing(given, '79'), trIdOf(contract)),
      );
    },

    async querySign(given) {
      const contract = contractFor(given);
      const named = { ...given, channelOrderNo: given.signNo };
      const fields = queryFields(contract, named, BIZ_TYPE.token);
      const call = { url: gatewayUrl(setup, 'queryTrans'), fields, at: given.askedAt };
      const final = given.askedAt.getTime() >= given.requestedAt.getTime() + SIGN_MARGIN_MS;
      return ask(setup, call, (answer) =>
        translateSignQuery(answer, signing(given, '79'), trIdOf(contract), final),
      );
    },

    async end(given) {
      const contract = contractFor(given);
      const expected = expectedOf(contract, { ...given, number: given.endNo }, '74');
      const sent = await request(setup, back(endTokenFields(contract, given), given), (answer) =>
        translateEnding(answer, expected),
      );
      if (sent.kind !== 'repeated') return sent;
      const named = { ...given, channelOrderNo: given.endNo };
      const fields = queryFields(contract, named, BIZ_TYPE.token);
      const call = { url: gatewayUrl(setup, 'queryTrans'), fields, at: given.requestedAt };
      const said = await ask(setup, call, (answer) => translateEndQuery(answer, expected));
      return said.kind === 'repeated' ? unreadable(fields, 'nobody knows whether it ended') : said;
    },
  };
}
