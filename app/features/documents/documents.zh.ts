export const documents = {
  kind: { application: "惠企政策申报表", acceptance: "受理通知书", correction: "一次性补正告知书", approval: "支持决定书", rejection: "不予支持决定书", publicity: "公示", payment: "资金拨付通知书", statement: "年度对账单" },
  list: "文书", none: "文书在相应环节自动生成，生成后显示在这里。", download: "下载", draftForm: "下载申报表（草稿）",
  verify: {
    link: "核验", title: "文书核验", lead: "输入文书末页的核验码，或扫描上面的二维码，查看平台签发的内容，并核对手中的文件是否被改动。", code: "核验码", codeHint: "共 16 位字母和数字，短横线可以不填。", codeWrong: "核验码应为 16 位字母和数字，请核对", find: "查询",
    found: "这份文书由平台签发", kind: "文书", number: "文号", office: "签发机关", issuedOn: "成文日期", firm: "企业", item: "事项", sum: "金额", pages: "页数", hash: "文件指纹（SHA-256）", certificate: "签名证书指纹（SHA-256）",
    compare: "核对文件", compareLead: "选择您收到的 PDF。平台只计算它的指纹，不保存文件。打印件请与上面的内容核对。", file: "PDF 文件", check: "核对",
    same: "文件一致", sameText: "与平台签发的文件逐字节相同，没有被改动。它的指纹：", changed: "文件不一致", changedText: "这个文件不是平台以此核验码签发的文件，或者已被改动，请勿采信。它的指纹：",
  },
  statements: { title: "年度对账单", lead: "列出一个年度的全部申报、核定和到账，带核验码和数字签名。", year: "年度", make: "生成对账单", made: "已生成的对账单", none: "还没有生成过对账单。" },
};
