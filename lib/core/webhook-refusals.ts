import { refusal } from './refusal';

/** What cannot be done with a merchant's webhook endpoints and deliveries. */
export const WEBHOOK_REFUSALS = {
  endpoint_not_found: refusal(404, '没有找到这个接收地址', 'There is no such webhook endpoint'),
  endpoint_limit: refusal(
    409,
    '最多可有 {most} 个接收地址，请先删除不用的',
    'At most {most} webhook endpoints can exist; remove one first',
  ),
  endpoint_off: refusal(
    409,
    '这个接收地址已停用，请先启用',
    'This webhook endpoint is switched off; switch it on first',
  ),
  endpoint_address_refused: refusal(
    422,
    '通知不能发往这个地址：请使用公网地址；正式模式须为 https',
    'Notices cannot be sent to this address: it must be public, and https in live mode',
  ),
  delivery_not_found: refusal(404, '没有找到这次推送', 'There is no such delivery'),
  delivery_under_way: refusal(
    409,
    '这次推送正在进行，请稍后再看结果',
    'This delivery is under way; look at its result in a moment',
  ),
  event_not_found: refusal(404, '没有找到这个事件', 'There is no such event'),
  resend_range_too_large: refusal(
    422,
    '一次最多重发 {most} 条，选中的有 {count} 条，请缩小时间范围',
    'At most {most} can be sent again at once and {count} are chosen; take a shorter time',
  ),
} as const;
