import { refusal } from './refusal';

/** What the office's tools refuse. Part of the one table in refusals.ts. */
export const SUPPORT_REFUSALS = {
  breaker_same_person: refusal(
    403,
    '提出的人不能自己确认，请由另一位同事确认',
    'Whoever asked for it cannot agree to it; another person has to',
  ),
  // files beside an order or a case
  attachment_type: refusal(
    415,
    '只收 PNG、JPEG、WebP 图片或 PDF，而且文件要完整',
    'Only PNG, JPEG and WebP pictures and PDF files are taken, and only whole ones',
  ),
  attachment_too_large: refusal(413, '文件超过 {most} MB', 'The file is larger than {most} MB'),
  attachment_limit: refusal(409, '最多放 {most} 个文件', 'At most {most} files can be kept here'),
  // "paid but not credited"
  inquiry_in_doubt: refusal(
    409,
    '渠道还没有确定的答复，请稍后再查一次',
    'The channel has given no definite answer yet; ask again later',
  ),
  inquiry_paid: refusal(
    409,
    '渠道已确认收款，不能驳回',
    'The channel has confirmed the payment; it cannot be rejected',
  ),
  inquiry_not_paid: refusal(
    409,
    '渠道没有确认收款，不能入账或退款',
    'The channel has not confirmed any payment; there is nothing to credit or give back',
  ),
  inquiry_no_way_back: refusal(
    409,
    '自动退款没有成功，请财务在挂账中处理',
    'Giving it back by itself has failed; finance has to handle it in suspense',
  ),
  inquiry_same_person: refusal(
    403,
    '查询的人不能自己处理要动钱的结果，请由另一位同事处理',
    'Whoever made the inquiry cannot decide what moves money; another person has to',
  ),
  // queues
  view_not_a_queue: refusal(
    422,
    '只能保存后台队列的地址',
    'Only the address of a queue of the office can be kept',
  ),
  view_limit: refusal(
    409,
    '最多保存 {most} 个视图，请先删除一个',
    'At most {most} views can be kept; remove one first',
  ),
  bulk_not_here: refusal(422, '这个队列不能这样批量处理', 'That cannot be done in this queue'),
} as const;
