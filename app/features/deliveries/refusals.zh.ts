export const refusals = {
  moved: "这份数据的状态已经变化，或者这一步须由另一个人办理。请刷新后再看。",
};
