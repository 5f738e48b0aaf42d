import type { Language } from "~/features/matching/domain/value-words";

/** What is wrong, in the words of the checks, and how it is said in Chinese. */
const chinese: readonly [RegExp, string][] = [
  [/^Too small|>=1|expected string to have >=1|expected array to have >=1|must be >0|expected number to be >0/, "不能为空，数值须大于零"],
  [/^Too big|<=/, "太长或太大"],
  [/ISO date|Invalid string|must match/, "格式不对"],
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

/** A problem in the language of the page; what has no Chinese yet is shown as it is. */
export function problemInWords(reason: string, language: Language): string {
  if (language === "en") return reason;
  for (const [pattern, words] of chinese) {
    const found = pattern.exec(reason);
    if (found) return words.replace("$1", found[1] ?? "");
  }
  return reason;
}
