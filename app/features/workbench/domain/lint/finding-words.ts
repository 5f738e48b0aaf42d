import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { Language } from "~/features/policies/domain/value-words";
import type { Finding, FindingCode } from "./finding";

const zh: Record<FindingCode, string> = {
  unsatisfiable: "这些条件合在一起，任何企业都不可能满足。",
  contradiction: "这一条与{{against}}不能同时成立，任何企业都不可能满足。",
  alwaysTrue: "这组条件对任何企业都成立，等于没有条件。",
  conditionNeverHolds: "“{{fact}}”的这一条没有任何取值能满足。",
  conditionAlwaysHolds: "“{{fact}}”的这一条任何取值都满足，等于没写。",
  redundant: "去掉这一条，符合的企业不变：其他条件已经包含了它。",
  outsideRange: "门槛在“{{fact}}”的取值范围（{{min}} 至 {{max}}）之外或边上，起不到区分作用。",
  tiersOverlap: "这一档的起点不高于前一档，两档重叠。",
  tiersFall: "这一档的金额不高于前一档，达到更高门槛反而不多得。",
  tierAboveCap: "这一档的金额超过上限 {{cap}} 元，永远拿不到。",
  baseNotAsked: "金额按“{{fact}}”计算，但条件和申报表都不问它，符合条件的企业也算不出金额。",
  twins: "与同一文件的 {{other}} 分不清：名称相同，或条件与金额完全相同。",
  exclusivityCycle: "互斥组 {{group}} 与共用上限 {{cap}} 经其他事项绕成一圈，无法逐组确定取哪一项。",
  unverifiable: "“{{fact}}”没有部门掌握，也没有要求能证明它的材料，无从核实。",
  namesOperator:
    "点名了特定经营者（{{name}}）。《公平竞争审查条例》第十条：没有法律、行政法规依据或者国务院批准，不得给予特定经营者选择性、差异化的财政奖励或者补贴。",
  onceUnlisted: "文字写有“一次性、首次、新认定、当年”，却没有列入 rules/once.json，说不清同一企业能享受几次。",
  literalYear:
    "“{{fact}}”的年份写成了固定的一年，过年以后就不对了。随申报年份走的写“申报当年”“申报上一年”；原文确实写明年份的，说明理由。",
  approximation: "备注说规则只是近似（“{{words}}”）：要么照原文说准，要么说明为什么说不准。",
  listUnheld: "“{{fact}}”问的是清单、认定或备案，却没有部门掌握，谁说了算不清楚。",
  titleOfYear: "文字写有“{{words}}”，条件却只问有没有称号，不问哪一年得的：多年前得的也会算符合。",
  quotaAsSum: "文字写有“{{words}}”，名额或资金有限，金额却按确定的数展示：应标为上限，或说明理由。",
  capLost: "摘要写有“{{words}}”，金额规则里却没有任何上限。",
  halfWidth: "“{{words}}”用了半角标点：中文里应用全角标点。",
  quotaLost: "文字写有“{{words}}”，名额或资金总额却没有写进规则，申报和核定都不受它约束。",
  quotaAlone: "名额组 {{group}} 里只有这一项：要么写明还有哪些事项共用，要么去掉组名。",
  sharersDisagree: "与 {{other}} 同属 {{group}} 组，共用的名额或上限却写得不一样：同组各项要一致。",
  instalmentsLost: "文字写有“{{words}}”，金额却按一次付清：写明分几期、各占多少、何时或达到什么条件后拨付。",
  sumInWords: "文字写有“{{words}}”，规则里没有这个金额（规则的数：{{rule}}）：文字与规则要一致，或说明这笔钱另在哪里。",
  thresholdLost: "文字写有“{{words}}”，条件、金额和提问里都没有这个数：门槛可能漏了，不够格的也会算符合。",
  thresholdUnsaid: "“{{fact}}”的门槛 {{value}} 在文字和备注里都没有：规则可能把原文允许的企业挡在外面。",
  upliftLost: "文字写有“{{words}}”，规则没有上浮：应得多的企业会少算。",
  eachLost: "文字写有“{{words}}”，金额却只按一份算：有几项、几人的企业会少算。",
  numberOfYear: "文号“{{words}}”的年份与发布日期 {{day}} 对不上。",
  taxReturned:
    "文字写有“{{words}}”，却显示为现行。《公平竞争审查条例》第十条：没有法律、行政法规依据或者国务院批准，不得给予特定经营者税收优惠或者与税收挂钩的财政奖补。",
  windowOutsideTerm: "受理的日子都不在有效期（{{from}} 至 {{until}}）之内，永远无法申报。",
  termEndsBeforeClaims: "有效期到 {{until}} 为止，{{year}} 年度要到 {{opens}} 才能申报：最后一年的奖励没有人领得到。",
  placeless: "“{{words}}”没有写是哪个地方的：地名不能省。",
  englishLost: "英文里没有“{{words}}”：中文的数字、单位、条件词和术语（rules/glossary.json）英文都要有。",
  englishAdded: "英文里的“{{words}}”在中文里找不到依据。",
  englishForeign: "英文里的“{{words}}”是中文或拼音：拼音只用于地名和专名。",
  englishTwins: "英文名称与 {{other}} 相同，分不清是哪一项。",
};

const en: Record<FindingCode, string> = {
  unsatisfiable: "No firm can ever meet these conditions together.",
  contradiction: "This can't hold together with {{against}}: no firm can ever meet both.",
  alwaysTrue: "These conditions hold for every firm: they are no conditions.",
  conditionNeverHolds: "No value of “{{fact}}” meets this condition.",
  conditionAlwaysHolds: "Every value of “{{fact}}” meets this condition: it says nothing.",
  redundant: "Without it the same firms are eligible: other conditions say it already.",
  outsideRange:
    "The threshold lies outside or at the edge of what “{{fact}}” can be ({{min}} to {{max}}), so it divides nothing.",
  tiersOverlap: "This tier does not start above the one before it: they overlap.",
  tiersFall: "This tier pays no more than the one before it: reaching further gains nothing.",
  tierAboveCap: "This tier lies above the cap of CNY {{cap}} and can never be paid.",
  baseNotAsked: "The sum is worked out from “{{fact}}”, yet neither a condition nor the application form asks for it.",
  twins: "It can't be told apart from {{other}} of the same document: same title, or same conditions and sum.",
  exclusivityCycle:
    "Exclusive group {{group}} and shared cap {{cap}} form a ring with other items: no group can be settled first.",
  unverifiable: "No authority holds “{{fact}}” and no material is asked for that could prove it.",
  namesOperator:
    "It names one operator ({{name}}). Regulations on Fair Competition Review, article 10: no selective or differentiated rewards or subsidies to particular operators without a basis in law or approval of the State Council.",
  onceUnlisted:
    "Its words say once, first, newly recognised or of the year, but rules/once.json does not say how often a firm may have it.",
  literalYear:
    "The year of “{{fact}}” is written out and will be wrong after New Year. Count it from the year of the claim, or say why the text fixes it.",
  approximation:
    "Its note calls the rule an approximation (“{{words}}”): say exactly what the text says, or why it can't be said.",
  listUnheld: "“{{fact}}” asks for a list, a recognition or a filing, yet no authority holds it.",
  titleOfYear:
    "Its words say “{{words}}”, but the conditions only ask for the title and not for its year: one won long ago would do.",
  quotaAsSum:
    "Its words say “{{words}}”: winners or money are limited, yet the sum is shown as sure. Make it a ceiling, or say why not.",
  capLost: "Its summary says “{{words}}”, but the rule of the sum has no ceiling.",
  halfWidth: "“{{words}}” holds half-width punctuation: Chinese text takes full-width marks.",
  quotaLost: "Its words say “{{words}}”, but no quota of the rule bounds what is granted.",
  quotaAlone:
    "It is the only item of the quota group {{group}}: say which others have the quota, or take the group away.",
  sharersDisagree:
    "It is of group {{group}} like {{other}}, but says another thing of the quota or cap they share: all of a group say the same.",
  instalmentsLost:
    "Its words say “{{words}}”, but the rule pays at once: say the parts, their shares, and when or on what condition each is paid.",
  sumInWords:
    "Its words say “{{words}}”, a sum that the rule does not hold (the rule: {{rule}}): words and rule must agree, or say where that sum is paid.",
  thresholdLost:
    "Its words say “{{words}}”, a figure that no condition, sum or question holds: a threshold may be lost, so that others would do.",
  thresholdUnsaid:
    "The threshold {{value}} of “{{fact}}” stands in no word of the item: it may keep out whom the text lets in.",
  upliftLost: "Its words say “{{words}}”, but the rule raises nothing: whoever is due more is shown less.",
  eachLost: "Its words say “{{words}}”, but the rule pays one sum: firms with several are shown too little.",
  numberOfYear: "The year of its number “{{words}}” is not that of its issue on {{day}}.",
  taxReturned:
    "Its words say “{{words}}”, yet it is shown as in force. Regulations on Fair Competition Review, article 10: no tax relief, nor rewards tied to tax paid, without a basis in law or approval of the State Council.",
  windowOutsideTerm:
    "No day on which it may be claimed lies in its term ({{from}} to {{until}}): it can never be claimed.",
  termEndsBeforeClaims:
    "Its term ends on {{until}}, but claims for {{year}} open only on {{opens}}: nobody can claim what its last year rewards.",
  placeless: "“{{words}}” does not say of which place it is.",
  englishLost:
    "The English does not say “{{words}}”: every figure, unit, condition word and term (rules/glossary.json) of the Chinese stands in it.",
  englishAdded: "“{{words}}” stands in the English and nowhere in the Chinese.",
  englishForeign: "“{{words}}” is Chinese or pinyin, which is for names of places and proper names only.",
  englishTwins: "Its English title is that of {{other}} too.",
};

const templates = { zh, en };

type Naming = {
  facts: ReadonlyMap<string, FactDefinition>;
  /** What stands at a place of the item, in words. */ placed(path: string): string;
};

/** A finding in words: what is wrong and why it matters. */
export function findingInWords(finding: Finding, naming: Naming, language: Language): string {
  const values: Record<string, string | number> = {
    ...finding.values,
    fact: (finding.fact && naming.facts.get(finding.fact)?.[language]) ?? finding.fact ?? "",
    against:
      finding.against === undefined
        ? language === "zh"
          ? "前面的条件"
          : "the conditions before it"
        : naming.placed(finding.against),
  };
  return templates[language][finding.code].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(values[name] ?? ""),
  );
}
