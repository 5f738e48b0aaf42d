/** What people are told by this context, by kind: each has a title and a text. */
export const notices = {
  validityStated: {
    title: "有文件效力待您签认",
    text: "{{person}}说明了「{{name}}」的效力，请核对后签认或者退回。",
  },
  validitySigned: {
    title: "文件效力已签认",
    text: "{{person}}签认了您对「{{name}}」效力的说明，已经生效。",
  },
  validityRefused: {
    title: "文件效力说明被退回",
    text: "{{person}}退回了您对「{{name}}」效力的说明，请查看理由。",
  },
  validityEnds: {
    title: "文件将在 {{days}} 天内到期",
    text: "「{{name}}」有效期至 {{day}}，请说明是延续、替代还是到期失效。",
  },
  validityYearly: {
    title: "文件效力待重新确认",
    text: "「{{name}}」上次确认到 {{day}} 已满一年，请重新核实。",
  },
};
