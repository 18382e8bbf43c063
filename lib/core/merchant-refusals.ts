import { refusal } from './refusal';

/** What a merchant may not do to its own looks. */
export const MERCHANT_REFUSALS = {
  logo_too_heavy: refusal(
    413,
    '图片超过 {most} kB，请压缩后再传',
    'The picture is larger than {most} kB; make it smaller and send it again',
  ),
  logo_unreadable: refusal(
    422,
    '请上传 PNG、JPEG 或 WebP 图片；这个文件不是，或已损坏',
    'Send a PNG, JPEG or WebP picture; this file is none, or it is damaged',
  ),
  logo_moves: refusal(422, '请上传静态图片，不要用动图', 'Send a picture that does not move'),
  logo_wrong_size: refusal(
    422,
    '图片的边长须在 {least} 到 {most} 像素之间，这张是 {width}×{height}',
    'Each side must have {least} to {most} pixels; this picture has {width}×{height}',
  ),
  logo_wrong_shape: refusal(
    422,
    '图片的长宽比不能超过 2:1，这张是 {width}×{height}',
    'One side may be twice as long as the other at most; this picture has {width}×{height}',
  ),
} as const;
