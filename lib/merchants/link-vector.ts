/** What a signer of links is tested with, as the README and the documentation publish it; the secret is nobody's. */
export const LINK_VECTOR = {
  secret: 'ls_published-test-vector-not-a-secret',
  fields: {
    merchant: 'mer_hemu',
    key_id: 'lk_1',
    order_no: 'A-1001',
    amount: '6800',
    subject: '亚麻短袖衬衫 & 腰带',
    goods: 'physical' as const,
    customer: '',
    return_url: 'https://shop.example/back?from=pay',
    expires: '1790000000',
  },
  sign: '19f2eabb22bd05ea52706dfd80f0c3f64e3656a4f284788f669974f464388eb1',
};
