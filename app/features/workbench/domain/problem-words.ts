import type { Language } from "~/features/policies/domain/value-words";

/** What is wrong, in the words of the checks; how it is said in Chinese; and in English where the check's own words are a programmer's. */
const said: readonly [pattern: RegExp, zh: string, en?: string][] = [
  [/expected (?:string|array) to have >=1 /, "不能为空", "must not be empty"],
  [/expected string to have <=(\d+) /, "不能超过 $1 个字", "must have at most $1 characters"],
  [/expected array to have >=(\d+) /, "至少要有 $1 项", "needs at least $1 entries"],
  [/expected array to have <=(\d+) /, "不能超过 $1 项", "must have at most $1 entries"],
  [/expected number to be >=(-?[\d.]+)/, "不能小于 $1", "must be at least $1"],
  [/expected number to be <=(-?[\d.]+)/, "不能大于 $1", "must be at most $1"],
  [/expected number to be >0|must be >0/, "须大于零", "must be above zero"],
  [/expected int\b/, "须为整数", "must be a whole number"],
  [/ISO date/, "不是存在的日期", "is not a day"],
  [/Invalid string|must match|Invalid URL/, "格式不对", "is not in the right form"],
  [/^Unrecognized key: "(.+)"/, "没有“$1”这个字段", "there is no field “$1”"],
  [/^Unrecognized keys: (.+)/, "没有这些字段：$1", "there are no fields $1"],
  [/expected [a-z]+, received undefined/, "没有填写", "is missing"],
  [/expected string, received (?!undefined)/, "须填文字，并加双引号", "must be text in double quotes"],
  [/expected number, received (?!undefined)/, "须填数值，不加引号", "must be a number without quotes"],
  [/expected boolean, received (?!undefined)/, "须填 true 或 false", "must be true or false"],
  [/expected (?:array|tuple), received (?!undefined)/, "须为列表，放在方括号里", "must be a list in square brackets"],
  [/expected object, received (?!undefined)/, "须为一组字段，放在大括号里", "must be fields in braces"],
  [/expected null/, "须为 null", "must be null"],
  [/^Invalid option: expected one of (.+)/, "须为其中之一：$1", "must be one of $1"],
  [/^Invalid input: expected "?([^,"]+)"?$/, "须为 $1", "must be $1"],
  [/^unknown (?:operator|kind)$/, "没有这种写法", "there is no such kind"],
  [/^Invalid input$/, "不是规定的写法", "is not in a form that is known"],
  [
    /^not JSON at line (\d+), column (\d+)$/,
    "第 $1 行第 $2 列起不是合法的 JSON：请检查逗号、引号和括号",
    "from line $1, column $2 on this is no JSON: look at commas, quotes and brackets",
  ],
  [
    /^not JSON at “(.+)”$/,
    "“$1”处不是合法的 JSON：请检查它前后的逗号、引号和括号",
    "at “$1” this is no JSON: look at the commas, quotes and brackets around it",
  ],
  [
    /^not JSON at its end$/,
    "没有写完：到末尾括号或引号还没有成对",
    "it is not complete: at its end a bracket or quote is still open",
  ],
  [/^no title and summary in English$/, "还没有英文名称和摘要"],
  [/^unknown fact (.+)/, "没有“$1”这项事实"],
  [/is no figure$/, "这项事实不是数值，不能用来计算金额"],
  [/do not rise$/, "各档起点须逐档升高"],
  [/is a number, not/, "须填数值"],
  [/lies below the least \w+ can be \((.+)\)/, "低于这项事实的最小值 $1"],
  [/lies above the most \w+ can be \((.+)\)/, "高于这项事实的最大值 $1"],
  [/claims close before they open/, "申报截止早于开始"],
  [/claims for two years are open at once/, "相邻两个年度的申报期重叠，分不清申报的是哪一年"],
  [/one end is a date, the other/, "申报的开始和截止须同为日期，或者同按奖励年度推算"],
  [/a year rewarded is named beside/, "按奖励年度推算申报期的，不再另写奖励年度"],
  [/names a year rewarded without claims/, "写了奖励年度，没有写申报期"],
  [/has a yearly window, too/, "申报期和每年的受理窗口只能写一种"],
  [/^parts add up to (.+), not 100/, "各期合计为 $1%，应为 100%"],
  [/the first part comes with the decision/, "第一期随核定拨付，不另写日期和条件"],
  [/a later part needs a day or a condition/, "以后各期须写到期时间或拨付条件"],
  [/it is due before the part ahead/, "这一期早于前一期"],
  [/nothing is paid that could come in parts/, "这项政策不拨付资金，不能分期"],
  [/a quota needs a count or a pool/, "先到先得须写名额或资金总额"],
  [/only reviewed cases are chosen/, "只有申报审批的事项可以排名或抽签"],
  [/first come has no rounds/, "先到先得没有批次"],
  [/first come is not divided/, "先到先得不按比例安排"],
  [/nothing is paid that could be asked back/, "这项政策不拨付资金，无从追回"],
  [/is not a day$/, "不是存在的日期"],
  [/is no value of/, "不是这项事实的取值"],
  [/is true or false/, "须选“是”或“否”"],
  [/is text, not/, "须填文字"],
  [/starts with (.+)/, "没有以 $1 开头的代码"],
  [/needs a date/, "这种比较只用于日期"],
  [/needs a code/, "这种比较只用于代码"],
  [/needs an ordered fact/, "这项事实不能比大小"],
  [/ends before it was issued/, "失效日期早于印发日期"],
  [/ends before it begins/, "失效日期早于生效日期"],
  [/^unknown region/, "没有这个地区"],
  [/^unknown department (.*)/, "没有名为“$1”的部门"],
  [/^unknown theme/, "没有这个主题"],
  [/add up to (.+), not 100/, "各级分担合计为 $1，应为 100"],
  [/differs from the other items of the document/, "与同一文件的其他事项不一致；文件信息在规则文件中统一修改"],
];

/** A problem in the language of the page; what has no words of its own is shown as the check says it. */
export function problemInWords(reason: string, language: Language): string {
  for (const [pattern, zh, en = reason] of said) {
    const found = pattern.exec(reason);
    if (found)
      return (language === "en" ? en : zh).replace(/\$(\d)/g, (_, place: string) => found[Number(place)] ?? "");
  }
  return reason;
}
