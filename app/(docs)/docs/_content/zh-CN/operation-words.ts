/** What each call of the API does, for readers of Chinese; by its id in the OpenAPI document. */
export const OPERATION_WORDS: Readonly<Record<string, { summary: string; description?: string }>> =
  {
    createOrder: {
      summary: '下单',
      description:
        '把顾客带到 `pay_url`。同样的 `merchant_order_no`、同样的内容就是同一个订单，幂等键不同也一样。',
    },
    listOrders: { summary: '订单列表', description: '从新到旧，逐页读取；几个筛选条件同时生效。' },
    getOrder: { summary: '查询订单' },
    closeOrder: {
      summary: '关闭订单',
      description:
        '之后不能再开始付款。已经关闭或过期的，按现状回答。正在付款的会被拒绝：等结果出来再问。',
    },
    createRefund: {
      summary: '退款（全额或部分）',
      description:
        '钱原路退回，结果由通知告知。同样的 `merchant_refund_no`、同样的内容就是同一笔退款。',
    },
    listOrderRefunds: { summary: '一个订单的全部退款' },
    getOrderRefund: { summary: '查询一个订单的某笔退款' },
    listRefunds: { summary: '退款列表', description: '所有订单的，从新到旧，逐页读取。' },
    getRefund: { summary: '查询退款' },
    approveRefund: { summary: '同意顾客的退款申请' },
    declineRefund: {
      summary: '拒绝顾客的退款申请',
      description: '顾客会看到理由；以第一次的为准。',
    },
    listAgreements: {
      summary: '绑定的卡',
      description: '一位顾客的，或全部的；从新到旧，逐页读取。',
    },
    getAgreement: { summary: '查询一张绑定的卡' },
    endAgreement: { summary: '解绑', description: '立即生效。再次调用，回答相同。' },
    chargeAgreement: {
      summary: '用绑定的卡扣款',
      description:
        '一次完成下单和付款，顾客不在页面前。`pending` 表示银行还没有决定：千万不要换一个订单号再扣，等通知。',
    },
    createAgreementMigration: {
      summary: '上传已有顾客',
      description:
        'UTF-8 的 CSV 文件，列为 `customer_reference`、`name`、`id_no`、`card_no`、`phone`。要么全部收下，要么一行也不收。',
    },
    getAgreementMigration: { summary: '查询迁移的进度' },
    getMigratedAgreements: { summary: '下载迁移得到的协议' },
    getMigrationRejects: { summary: '下载没有迁移成功的行' },
    listSubscriptions: { summary: '订阅列表', description: '从新到旧，逐页读取。' },
    getSubscription: { summary: '查询订阅' },
    cancelSubscription: { summary: '取消订阅', description: '不再扣费；已付的周期照常有效。' },
    createPaymentLink: {
      summary: '新建收款链接',
      description:
        '一个地址，许多顾客可以打开，每人得到一个订单。给 `amount` 就是固定金额；给 `amount_min` 和 `amount_max` 由顾客填写。有 `max_uses` 时，没付就过期的订单会把次数还回来。之后除了停用，什么也不能改。',
    },
    listPaymentLinks: { summary: '收款链接列表', description: '从新到旧，逐页读取。' },
    getPaymentLink: { summary: '查询收款链接' },
    updatePaymentLink: {
      summary: '停用或启用收款链接',
      description: '停用后不再产生新订单；已经打开的仍可付款。',
    },
    createCustomer: {
      summary: '新建顾客',
      description: '下单前不必先建：带 `customer_reference` 的订单会自动建立顾客。',
    },
    listCustomers: { summary: '顾客列表', description: '从新到旧，逐页读取。' },
    getCustomer: { summary: '查询顾客' },
    openVirtualAccount: {
      summary: '为顾客开立虚拟账户',
      description:
        '在我们的银行账户下的一个专属号码：转到这个号码的钱，会充入顾客在您这里的余额。需要余额业务的合同。',
    },
    getVirtualAccount: { summary: '查询虚拟账户' },
    listVirtualAccountEntries: {
      summary: '虚拟账户的明细',
      description: '从新到旧，逐页读取，每一笔都带着之后的余额。',
    },
    getBalance: { summary: '查询余额' },
    listStatementEntries: {
      summary: '账户的明细',
      description: '从旧到新，逐页读取，每一笔都带着之后的余额。今天的中间还可能有新的。',
    },
    listStatements: { summary: '有对账单的月份' },
    getStatement: {
      summary: '一个月的对账单',
      description: '按账户和种类合计，与账本一致：`closing = opening + in − out`。',
    },
    downloadStatement: { summary: '下载一个月的全部明细' },
    createWithdrawal: {
      summary: '提现',
      description: '提到所有者在后台登记的银行账户；接口不能指定别的账户。结果由通知告知。',
    },
    listWithdrawals: { summary: '提现列表', description: '从新到旧，逐页读取。' },
    getWithdrawal: { summary: '查询提现' },
    createWebhookEndpoint: {
      summary: '登记通知地址',
      description: '密钥只在这个回答里出现。每个商户最多八个地址。',
    },
    listWebhookEndpoints: { summary: '通知地址列表' },
    getWebhookEndpoint: { summary: '查询通知地址' },
    updateWebhookEndpoint: {
      summary: '修改通知地址',
      description: '没有给的不变。停用期间发生的事，之后不会自动补发：请在后台补发。',
    },
    removeWebhookEndpoint: { summary: '删除通知地址', description: '发过什么，记录仍然保留。' },
    rotateWebhookSecret: {
      summary: '更换通知地址的密钥',
      description: '之后一天内，新旧两个密钥都会签名；旧密钥泄露了，可以立刻作废。',
    },
    testWebhookEndpoint: {
      summary: '发送测试通知',
      description: '签过名的 `test.ping`，只试一次。',
    },
    listEvents: {
      summary: '事件列表',
      description: '通知会讲的一切，有没有登记地址都在。从新到旧，逐页读取。',
    },
    getEvent: { summary: '查询事件' },
  };
