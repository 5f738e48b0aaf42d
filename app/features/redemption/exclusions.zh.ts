export const exclusions = {
  title: "限制名单与信用修复",
  grant: "同意修复",
  refuse: "不同意",
  until: "限制至 {{day}}",
  repaired: "已修复",
  answer: "答复",
  none: "没有被限制的企业",
  grounds: "修复理由",
};
