import { channelContract } from '@/tests/support/channel-contract';
import { startUnionPayRail } from '@/tests/support/unionpay-rail';

channelContract('UnionPay', startUnionPayRail);
