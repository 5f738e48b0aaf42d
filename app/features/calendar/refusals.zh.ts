export const refusals = {
  unknown: "日历中没有 {{date}}",
  "changed-meanwhile": "{{date}} 已被另一次调整改动，请重新登记后再确认",
  "missing-unseen": "通知中有法定节假日没有列为休息，请核对原文并勾选确认",
};
