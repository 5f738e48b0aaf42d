import type { Instalment } from "./instalment";

type Language = "zh" | "en";

/** 40%（核定后）、30%（核定的次年起）…: the parts with what each waits for. */
export function sayInstalments(parts: readonly Instalment[], language: Language): string {
  return parts
    .map((part) =>
      language === "zh" ? `${part.percent}%（${sayWhen(part, "zh")}）` : `${part.percent}% (${sayWhen(part, "en")})`,
    )
    .join(language === "zh" ? "、" : ", ");
}

/** When a part is paid: its day as it is counted, its condition, or with the decision. */
export function sayWhen({ due, condition }: Instalment, language: Language): string {
  const said = [...(due ? [sayDue(due, language)] : []), ...(condition ? [sayOnce(condition, language)] : [])];
  if (said.length === 0) return language === "zh" ? "核定后" : "with the decision";
  return said.join(language === "zh" ? "，" : ", ");
}

function sayDue(due: NonNullable<Instalment["due"]>, language: Language): string {
  if ("months" in due) {
    const isYears = due.months % 12 === 0;
    const count = isYears ? due.months / 12 : due.months;
    if (language === "zh") return `核定满${count}${isYears ? "年" : "个月"}`;
    return `${count} ${isYears ? "year" : "month"}${count === 1 ? "" : "s"} after the decision`;
  }
  if (language === "zh") return due.year === 1 ? "核定的次年" : `核定后第${due.year}年`;
  return due.year === 1 ? "in the year after the decision" : `in year ${due.year} after the decision`;
}

function sayOnce(condition: NonNullable<Instalment["condition"]>, language: Language): string {
  return language === "zh" ? `${condition.zh}后` : `once ${condition.en}`;
}
