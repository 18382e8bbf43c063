import { agreementContract } from '@/tests/support/agreement-contract';
import { channelContract } from '@/tests/support/channel-contract';
import { startUnionPayAgreementRail } from '@/tests/support/unionpay-agreement-rail';
import { startUnionPayRail } from '@/tests/support/unionpay-rail';

channelContract('UnionPay', startUnionPayRail);
channelContract('UnionPay by TN', startUnionPayRail, { type: 'quickpass', surface: 'control' });
channelContract('UnionPay by QR code', startUnionPayRail, { type: 'quickpass', surface: 'qr' });
agreementContract('UnionPay', startUnionPayAgreementRail);
