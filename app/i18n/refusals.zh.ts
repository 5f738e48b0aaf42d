export const refusals = {
  request: {
    forbidden: "您没有权限查看或办理此事",
    "not-found": "没有找到这个页面或事项",
    failed: "系统暂时没有办成",
    "foreign-origin": "请求不是从本站页面发出的，已拒绝",
    "too-large": "提交的内容太大，没有接收",
    "too-long": "文字有 {{length}} 个字，最多 {{most}} 个字，请缩短后再提交",
    "too-many-fields": "提交的栏目太多，没有接收",
    "content-type": "提交内容的格式不对，请从本站页面操作",
    malformed: "提交的内容不完整或无法识别，请检查后重新提交",
    doubled: "同一栏“{{field}}”填了两个不同的内容，请只留一个",
    "several-files": "一次只能上传一个文件",
    unavailable: "系统暂时连接不上数据库，请过一会儿再试",
  },
  sheet: {
    password: "表格设有打开密码。请用 Excel 在“文件—信息—保护工作簿”中清除密码（WPS 为“文件—文档加密”），保存后再上传",
    unreadable: "文件无法读取：请上传 XLSX，或 UTF-8、GBK 编码的 CSV",
    "old-format": "这是旧版的表格（如 .xls、.et、网页格式）：请用 Excel 或 WPS 打开，“另存为” .xlsx 后再上传",
    "too-long": "文件超过 {{rows}} 行，请分批导入",
    "too-wide": "ZZ 列之后还有内容，不会被读取：请把数据移到 ZZ 列之内，或删去多余内容后再上传",
    "too-big": "表格展开后太大，无法读取：请只保留要导入的工作表和行，另存后再上传",
  },
};
