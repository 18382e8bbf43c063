import type { EncryptionPort } from '../statement-port';
import { certIdOf, isValidAt, readCertificate } from './certificates';
import { contractOf, type Setup } from './config';
import { BIZ_TYPE, commonFields, txnTimeOf } from './contract-fields';
import { evidenceOf } from './evidence';
import { ask, gatewayUrl } from './exchange';
import { CHANNEL_TYPE } from './requests';
import { differenceIn, unreadable } from './translate';

/** 95/00: the certificate that card data is encrypted for, to be asked for every day. */
export const createEncryption = (setup: Setup): EncryptionPort => ({
  async fetchCertificate(given) {
    const contract = contractOf(setup, given);
    const { requestNo: channelOrderNo, requestedAt } = given;
    const fields = {
      ...commonFields(contract, { channelOrderNo, requestedAt }, BIZ_TYPE.none),
      txnType: '95',
      txnSubType: '00',
      channelType: CHANNEL_TYPE.pc,
      certType: '01',
    };
    const named = {
      merId: contract.merchantNo,
      orderId: channelOrderNo,
      txnTime: txnTimeOf(given),
      txnType: '95' as const,
    };
    const call = { url: gatewayUrl(setup, 'backTransReq'), fields, at: requestedAt };
    return ask(setup, call, (answer) => {
      const foreign = differenceIn(answer, named);
      if (foreign) return unreadable(answer, foreign);
      if (answer.respCode !== '00') return unreadable(answer, 'the question was refused');
      const pem = answer.encryptPubKeyCert ?? '';
      const certificate = readCertificate(pem);
      if (
        certificate?.publicKey.asymmetricKeyType !== 'rsa' ||
        !isValidAt(certificate, requestedAt)
      ) {
        return unreadable(answer, 'encryptPubKeyCert is no certificate to encrypt for now');
      }
      const certId = certIdOf(certificate);
      return { kind: 'certificate', certId, pem, evidence: { ...evidenceOf(answer), certId } };
    });
  },
});
