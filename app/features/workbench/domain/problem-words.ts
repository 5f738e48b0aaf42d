import type { Language } from "~/features/matching/domain/value-words";

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
  [/expected (?:string|number|boolean|array|object), received undefined/, "没有填写", "is missing"],
  [/^unknown fact (.+)/, "没有“$1”这项事实"],
  [/is no figure$/, "这项事实不是数值，不能用来计算金额"],
  [/do not rise$/, "各档起点须逐档升高"],
  [/is a number, not/, "须填数值"],
  [/lies below the least \w+ can be \((.+)\)/, "低于这项事实的最小值 $1"],
  [/lies above the most \w+ can be \((.+)\)/, "高于这项事实的最大值 $1"],
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
    if (found) return (language === "en" ? en : zh).replace("$1", found[1] ?? "");
  }
  return reason;
}
