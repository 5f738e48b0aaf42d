/** What people are told by this context, by kind: each has a title and a text. */
export const notices = {
  matchOpened: {
    title: "又有一项政策适合您",
    text: "按照您填写的情况，企业符合「{{item}}」的条件。预计支持：{{sum}}。",
  },
  matchAmount: {
    title: "可得金额有变化",
    text: "按照最新情况，「{{item}}」的预计支持变为：{{sum}}。",
  },
  matchesOpened: {
    title: "有 {{count}} 项政策的匹配结果有更新",
    text: "按照企业情况重新匹配后，有 {{count}} 项政策新近适合您或金额有变化。",
  },
  matchClosing: {
    title: "申报即将截止",
    text: "「{{item}}」将于 {{day}} 截止，企业符合条件，尚未申报。",
  },
};
