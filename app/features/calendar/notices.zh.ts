/** What people are told by this context, by kind: each has a title and a text. */
export const notices = {
  termsMoved: {
    title: "办理期限调整：{{item}}",
    text: "因工作日历调整（{{because}}），「{{item}}」（{{number}}）有 {{count}} 项期限改了日期。原日期、新日期和原因见办件记录。要由企业完成的期限只延后，不提前。",
  },
  officeTermsMoved: {
    title: "{{count}} 件待办的期限已调整",
    text: "因工作日历调整（{{because}}），本机构 {{count}} 件待办改了截止日期，工作日天数不变。各件的原日期和新日期见办件记录。",
  },
};
