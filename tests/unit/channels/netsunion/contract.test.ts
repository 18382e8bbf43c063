import { agreementContract } from '@/tests/support/agreement-contract';
import { startNetsUnionRail } from '@/tests/support/netsunion-rail';

agreementContract('NetsUnion', startNetsUnionRail);
