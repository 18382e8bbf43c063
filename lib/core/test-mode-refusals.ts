import { refusal } from './refusal';

/** What the mode of a merchant is in the way of. */
export const TEST_MODE_REFUSALS = {
  merchant_not_open: refusal(
    403,
    '正式模式还没有开通，不能收款；请先在测试模式接好，再联系平台开通',
    'Live mode is not open yet, so no order can be taken; finish in test mode, then ask the platform to open it',
  ),
  page_of_other_mode: refusal(
    409,
    '您已在别的页面换了模式或商户，这一页不是现在这个的，没有执行；请刷新页面，看清模式再操作',
    'You have changed mode or merchant in another tab, and this page is not of the present one. Nothing was done; reload it and look at the mode first',
  ),
} as const;
