/** Figures made of figures and sums over lists, of an item that is edited. */
export const figures = {
  each: {
    of: "逐笔计算哪份清单",
    part: "每一笔怎样算",
    where: "哪些笔计入",
    addWhere: "只计符合条件的",
    removeWhere: "所有笔都计入",
    whereInText: "条件不止一条，请在文本里改。",
    otherwise: "未逐笔填写时先怎样算",
    addOtherwise: "未逐笔填写时先按合计算",
    removeOtherwise: "未逐笔填写时不算",
  },
  figure: {
    shape: "{{of}}怎样取数",
    fact: "一项数据",
    number: "文件写明的数",
    minus: "两数之差（不低于0）",
    times: "两数之积",
    lesser: "两数中较低的",
    minusLeft: "{{of}}：被减数",
    minusRight: "{{of}}：减数",
    timesLeft: "{{of}}：第一个数",
    timesRight: "{{of}}：第二个数",
    lesserLeft: "{{of}}：第一个数",
    lesserRight: "{{of}}：第二个数",
  },
};
