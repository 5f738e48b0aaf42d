export const refusals = {
  "reason-missing": "请写明说明",
  "nothing-misread": "没有待说明的记录，请重新核验",
};
