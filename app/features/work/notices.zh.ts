/** What people are told by this context, by kind: each has a title and a text. */
export const notices = {
  troubleOpened: {
    title: "有一件事办不下去，需要人工处理",
    text: "有一件事平台无法自动办理，请于 {{day}} 前查看原因并处理。",
  },
  workHandedOver: {
    title: "同事的工作已移交",
    text: "{{person}}的账号已停用或调整，手上 {{count}} 件工作已移交；没有指定接手人的已退回全部门，请分派。",
  },
  taskAssigned: {
    title: "有一件事分派给您",
    text: "{{firm}}的 {{number}}（{{work}}）已分派给您：{{todo}}",
  },
  taskNear: {
    title: "办理期限将到",
    text: "「{{item}}」{{number}} 的{{work}}应于 {{day}} 前办结。{{todo}}",
  },
  tasksNear: {
    title: "有几件工作期限将到",
    text: "有 {{count}} 件{{what}}期限将到，最早的应于 {{day}} 前办结。",
  },
  tasksOverdue: {
    title: "有几件工作已超期",
    text: "有 {{count}} 件{{what}}已超期，最早的应于 {{day}} 前办结，请督办。",
  },
  taskOverdue: {
    title: "办理已超期",
    text: "「{{item}}」{{number}} 的{{work}}应于 {{day}} 前办结，已超期，请督办。",
  },
};
