export const refusals = {
  request: { forbidden: "您没有权限查看或办理此事", "not-found": "没有找到这个页面或事项", failed: "系统暂时没有办成", "foreign-origin": "请求不是从本站页面发出的，已拒绝" },
  identity: { "filter-name": "请给筛选起个名字", "filters-full": "最多保存 {{most}} 个筛选，请先删除一个", "sign-in-failed": "登录名或密码不对", locked: "尝试次数过多，请 {{minutes}} 分钟后再试", "invitation-spent": "邀请链接已失效，请联系企业管理员重新发送", "last-owner": "企业至少要有一名管理员", "claim-impossible": "不能提交加入申请，请核对统一社会信用代码", "claim-decided": "这份申请已经处理过", "own-account": "不能修改自己的账号，请由另一名系统管理员办理", "changed-meanwhile": "这条记录刚刚被别人修改，请刷新后再试", "calendar-unknown": "日历中没有 {{date}}" },
  enterprises: { "import-unreadable": "文件无法读取：请上传 UTF-8 的 CSV 或 XLSX", "import-too-long": "文件超过 {{rows}} 行，请分批导入", "import-broken": "文件有 {{count}} 处错误，未导入任何内容", "not-found": "没有找到这家企业", "fact-not-of-profile": "这一项属于单次申报，不在企业画像中填写", "no-firm": "请先登记或选择企业" },
  policies: { "not-found": "没有找到这项政策" },
  applications: {
    "not-found": "没有找到这份申报", "not-offered": "这项政策目前不受理申报", "open-exists": "本年度已有一份正在办理的申报", incomplete: "还有内容没有填完：{{missing}}", "not-eligible": "按目前的情况不符合这项政策的条件",
    "facts-missing": "还有影响资格的信息没有填写", "engine-disagrees": "两套资格核验结果不一致，已停止办理并通知管理员", "key-reused": "这次提交与之前同一编号的提交内容不同，请刷新页面", "version-conflict": "这份申报刚刚有了变化，请刷新后再办理", "not-draft": "已提交的申报不能再修改",
    "file-type": "只接受 PDF、PNG、JPEG、XLSX、DOCX 文件，且内容须与格式一致", "file-size": "文件不能超过 20 MB", "file-empty": "文件是空的",
  },
  redemption: { "reason-missing": "请写明理由", "points-missing": "请至少列出一条需要补正的内容", "sum-wrong": "核定金额须大于零且不超过测算金额", excluded: "企业处于限制期内，不能申报或领取资金；可以申请信用修复", reconsidered: "这件申报已经复核过一次", "calendar-end": "工作日历尚未维护到 {{day}}，请管理员补充后再办理", "not-allowed": "当前环节不能这样办理", "same-person": "审批人与初审人不能是同一人", "other-department": "这件事由其他部门办理", "machine-mismatch": "流程版本不一致，已停止办理", "correction-spent": "一次性补正通知已经发过，不能再次要求补正", disagreement: "有协同部门提出不同意见，请先退回复核或不予通过", "objection-open": "公示期内有异议尚未处理完毕" },
  funds: { "grant-wrong": "金额须大于零", "no-envelope": "这项政策本年度还没有预算", exhausted: "预算余额不足", "batch-empty": "请选择至少一笔待拨付款项", "batch-state": "批次当前状态不能这样办理", "two-persons": "制单人与复核人不能是同一人", "not-held": "账上没有这么多款项，已停止办理", "not-paid": "这笔款项还没有拨付", "payment-under-way": "这笔款项已列入批次，请先移出批次", "recovery-wrong": "追回金额须大于零，且不超过尚未追回的已拨付金额", "file-refused": "文件第 {{path}} 处不符合规则（$t(funds:bank.reasons.{{reason}})），整份未接收，没有任何改动", "message-reused": "这个报文编号已经收到过内容不同的文件，整份未接收", "batch-unknown": "没有批次 {{number}}，整份未接收", "day-wrong": "付款日期须为今天或以后的日期", "no-pool": "还没有设立周转资金池", "pool-short": "周转资金池可用 {{left}}，不足以支付这一批次", "refill-wrong": "补充金额须大于零，且不超过已垫付金额", "account-late": "这笔款项已在拨付或已拨付，不能再更换账户", "account-missing": "须等企业提供新的收款账户", "carry-early": "只能结转本年度及以前年度的预算", "carry-empty": "没有可结转的余额", "shares-wrong": "分担比例须为 1 至 1000 的整数，每一级只能写一次", "deduction-wrong": "抵扣金额须大于零，且不超过应追回金额和本次拨付金额" },
  workbench: {
    "not-found": "没有找到这份草稿", "not-allowed": "草稿当前状态不能这样办理", changed: "草稿刚刚被别人保存过，请刷新后再改", broken: "内容的结构不完整，没有保存", "id-taken": "这个编号已被使用", "same-person": "签发人不能是参与编写的人", "reason-missing": "请写明退回理由", "json-broken": "JSON 无法读取：{{reason}}",
    "obstacle-problems": "还有内容没有填对", "obstacle-findings": "还有检查结果没有处理或说明", "obstacle-review-missing": "还没有公平竞争审查记录", "obstacle-review-outdated": "公平竞争审查之后内容又有改动，请重新审查", "obstacle-backtest-missing": "还没有做回测", "obstacle-backtest-outdated": "回测之后内容或现行版本有变化，请重新回测",
    "obstacle-base-outdated": "现行版本已经更新，请先以最新版本为基础", "obstacle-publish-past": "计划发布日已过", "obstacle-ends-before": "计划终止日早于发布日",
  },
  documents: { "unknown-code": "没有以这个核验码签发的文书，请核对核验码", "year-wrong": "请选择列出的年度" },
  monitoring: { "export-too-long": "清单共 {{count}} 件，超过一次导出的上限 {{most}} 件，请缩小范围后分次导出" },
};
