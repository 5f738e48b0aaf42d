export const refusals = {
  "not-found": "没有找到这项政策",
};
