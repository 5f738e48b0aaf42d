/** What people are told by this context, by kind: each has a title and a text. */
export const notices = {
  messageFromFirm: {
    title: "企业留言",
    text: "{{firm}}就「{{item}}」的申报给您的部门留言，请查看并答复。",
  },
  messageFromDepartment: {
    title: "部门留言",
    text: "{{department}}就「{{item}}」的申报给您留言。",
  },
};
