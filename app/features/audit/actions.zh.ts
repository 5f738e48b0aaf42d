export const actions = {
  absence: {
    noted: "登记外出与代办",
    ended: "结束外出",
  },
  access: {
    refused: "拒绝访问",
  },
  application: {
    "message-sent": "发送留言",
    "facts-verified": "核定申报数据",
    "sum-recomputed": "重新测算金额",
    recused: "回避",
    "terms-moved": "期限随工作日历调整",
    viewed: "查看办件",
  },
  audit: {
    exported: "导出审计日志",
    sealed: "封存日志",
    explained: "签署误报说明",
  },
  "bank-account": {
    changed: "更改收款账户",
    exported: "导出收款账户",
  },
  "bank-file": {
    imported: "接收银行文件",
  },
  "bank-line": {
    explained: "说明银行流水",
    released: "确认银行流水说明",
    refused: "退回银行流水说明",
    withdrawn: "撤回银行流水说明",
  },
  "benefit-list": {
    made: "编制免申名单",
  },
  "budget-order": {
    proposed: "提交预算事项",
    opened: "查看预算文件",
    released: "复核预算事项",
    refused: "退回预算事项",
    withdrawn: "撤回预算事项",
  },
  budget: {
    "carried-over": "结转预算",
    granted: "下达预算",
    released: "释放预算",
    shared: "设定市县分担",
    reduced: "调减预算",
  },
  calendar: {
    changed: "更改工作日历",
    "moves-exported": "导出期限调整清单",
    "notice-announced": "公布放假安排",
    "notice-entered": "登记放假安排通知",
    "year-opened": "开设工作日历年度",
  },
  claim: {
    granted: "同意加入企业",
    opened: "申请加入企业",
    refused: "不同意加入企业",
  },
  desk: {
    exported: "导出待办",
  },
  delivery: {
    "handed-over": "报送数据",
    signed: "签认数据",
    returned: "退回数据",
    withdrawn: "撤回数据",
    applied: "数据入库",
    "back-asked": "申请撤销数据",
    "back-signed": "同意撤销数据",
    kept: "保留数据",
    "rolled-back": "撤销数据",
  },
  document: {
    downloaded: "下载文书",
    issued: "签发文书",
  },
  draft: {
    copied: "复制草稿",
    discarded: "放弃草稿",
    exported: "导出申请表",
    restored: "恢复草稿",
  },
  enterprise: {
    "code-confirmed": "确认信用代码",
    "code-refused": "不予确认信用代码",
    registered: "登记企业",
  },
  exclusion: {
    "repair-asked": "申请信用修复",
    "repair-refused": "不予信用修复",
    repaired: "完成信用修复",
  },
  instalment: {
    confirmed: "确认分期拨付条件",
    denied: "认定分期拨付条件未达到",
    listed: "分期资金到期列入拨付",
    stopped: "停止拨付其余各期",
  },
  obligation: {
    breached: "认定后续义务未履行",
    fulfilled: "认定后续义务已履行",
  },
  firms: {
    imported: "批量导入企业",
  },
  invitation: {
    accepted: "接受邀请",
    created: "发出邀请",
    revoked: "作废邀请",
  },
  material: {
    downloaded: "下载材料",
  },
  membership: {
    changed: "调整企业人员身份",
    ended: "移出企业人员",
  },
  monitoring: {
    exported: "导出监测数据",
  },
  objection: {
    raised: "提出异议",
  },
  password: {
    changed: "修改密码",
    reset: "重置密码",
    set: "凭链接设置密码",
  },
  "payment-batch": {
    cancelled: "撤销拨付批次",
    created: "制成拨付批次",
    released: "放行拨付批次",
    withdrawn: "从批次取出不再拨付的款项",
  },
  payment: {
    "noted-paid": "凭回单登记到账",
    "voucher-opened": "查看到账回单",
    deducted: "抵扣应退资金",
    paid: "拨付到账",
    recovered: "收回资金",
    reissued: "重新拨付",
    returned: "银行退回",
  },
  "policy-document": {
    exported: "导出政策文件",
    "statement-opened": "查看效力依据",
    "statement-proposed": "提交效力说明",
    "statement-refused": "退回效力说明",
    "statement-released": "签认效力说明",
    "statement-withdrawn": "撤回效力说明",
  },
  "policy-documents": {
    exported: "导出效力清单",
  },
  "policy-draft": {
    backtested: "回测政策草稿",
    "clause-read": "读入条款",
    "clause-taken": "采用条款建议",
    "competition-reviewed": "公平竞争审查",
    discarded: "放弃政策草稿",
    "point-settled": "处理条款字句",
    proposed: "提交政策草稿",
    rebased: "更新政策草稿基线",
    returned: "退回政策草稿",
    signed: "签发政策草稿",
    started: "新建政策草稿",
  },
  "policy-item": {
    ended: "终止政策事项",
    published: "发布政策事项",
  },
  pool: {
    "floor-set": "设定周转池警戒线",
    funded: "注入周转池",
    refilled: "补足周转池",
  },
  profile: {
    stated: "填报企业信息",
  },
  proof: {
    exported: "下载办件证明",
  },
  reconciliation: {
    exported: "导出对账",
  },
  recovery: {
    collected: "收到退回资金",
    "excess-held": "收到多退款项",
    "refund-ordered": "登记退还多退款项",
    "refund-dropped": "撤回退还登记",
    refunded: "退还多退款项",
    urged: "催告退回资金",
    "handed-on": "告知主管部门经催告仍未退回",
  },
  recoveries: {
    exported: "导出追回资金",
  },
  report: {
    exported: "导出报告",
  },
  selection: {
    confirmed: "确认年度择优",
    dropped: "放弃年度择优",
    proposed: "提出年度择优",
  },
  session: {
    closed: "退出登录",
    ended: "终止他人登录",
    opened: "登录",
    refused: "登录失败",
  },
  task: {
    assigned: "分派任务",
  },
  trouble: {
    "given-up": "放弃办不下去的事",
    opened: "交人处理办不下去的事",
    resolved: "办不下去的事已办成",
    retried: "重试办不下去的事",
  },
  troubles: {
    exported: "导出办不下去的事",
  },
  user: {
    changed: "修改用户",
    created: "新建用户",
    "address-entered": "登记用户邮箱",
    "address-confirmed": "确认用户邮箱",
    "address-refused": "退回用户邮箱",
    disabled: "停用用户",
    enabled: "启用用户",
    "office-changed": "调整用户部门",
  },
};
