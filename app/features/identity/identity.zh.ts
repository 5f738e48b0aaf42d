export const identity = {
  signIn: { title: "登录", lead: "企业人员和工作人员使用同一入口。", loginName: "登录名", password: "密码", submit: "登录", new: "还没有账号？", register: "注册企业", demo: "演示账号", demoLead: "所有演示账号的密码都是 {{password}}。", role: "角色" },
  register: {
    title: "注册企业", lead: "一次登记，平台就能替您在全部政策中找出应得的支持。大约需要两分钟。", firm: "企业信息", person: "经办人账号", creditCode: "统一社会信用代码", creditCodeHint: "营业执照上的 18 位代码，可直接粘贴。",
    name: "企业名称", legalForm: "组织形式", region: "所在地区", park: "所在园区", noPark: "不在园区", industry: "行业小类", industryHint: "输入行业名称或代码，从列表中选择，例如“机床”或 C3421。", displayName: "姓名或岗位", loginName: "登录名", loginNameHint: "4 至 40 位小写字母、数字、点、横线或邮箱。", email: "邮箱", emailHint: "用于接收通知。", password: "密码", passwordHint: "至少 8 位，可以粘贴。", submit: "注册并查看匹配结果",
    taken: "这家企业已经登记。您可以申请加入，由企业管理员或平台核实。", claimTitle: "申请加入已登记的企业", statement: "您与企业的关系", statementHint: "写明岗位和可供核实的信息。", claim: "提交加入申请", claimed: "申请已提交", claimedText: "企业管理员或平台核实后会通知您。",
  },
  account: { title: "账号", name: "姓名或岗位", loginName: "登录名", firms: "所属企业", role: "身份", work: "切换到这家企业", now: "当前企业", members: "管理企业人员", changePassword: "修改密码", current: "当前密码", fresh: "新密码", changed: "密码已修改，其他设备上的登录已全部退出。" },
  members: { title: "企业人员", lead: "管理员可以邀请同事、调整身份。", person: "人员", role: "身份", since: "加入时间", invite: "邀请同事", inviteRole: "邀请身份", create: "生成邀请链接", link: "邀请链接（只显示这一次，7 天内有效）", remove: "移出", claims: "加入申请", grant: "同意", refuse: "不同意", reason: "理由", noClaims: "没有待处理的加入申请。", pending: "未使用的邀请", revoke: "作废" },
  roles: { owner: "管理员", operator: "经办人", viewer: "只读", reviewer: "初审员", approver: "审批人", finance: "财务人员", economicOffice: "经济运行办公室", policyAuthor: "政策编制", systemAdministrator: "系统管理员", securityAdministrator: "安全管理员", auditor: "审计员" },
  invitation: { title: "加入企业", lead: "您受邀以“{{role}}”身份加入 {{firm}}。", accept: "接受邀请", signInFirst: "请先登录，或在此新建账号。", create: "新建账号并加入" },
  users: { title: "用户", lead: "工作人员账号。", search: "登录名或姓名", create: "新建工作人员", department: "部门", region: "地区", roles: "角色", disable: "停用", enable: "启用", once: "一次性密码（只显示这一次）：{{password}}", disabled: "已停用", active: "正常" },
  claims: { title: "认领申请", lead: "有人申请加入已登记的企业时，平台可以核实后决定。", none: "没有待处理的认领申请。", firm: "企业", statement: "说明", person: "申请人" },
  sessions: { title: "在线会话", lead: "可以立即结束可疑的会话。", person: "人员", address: "地址", since: "开始", seen: "最近活动", end: "结束" },
  calendar: { title: "工作日历", lead: "承诺期限按工作日计算。以国务院办公厅通知为准，可按本地实际调整。", day: "日期", works: "上班", off: "休息", note: "备注", toggle: "改为{{to}}" },
};
