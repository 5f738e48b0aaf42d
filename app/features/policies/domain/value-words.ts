import { fieldsAsFacts } from "~/features/policies/domain/list-fact";
import type { Entry, FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";
import { isPublished } from "~/features/policies/domain/published";
import { never } from "./fact-bounds";
import { chineseNumber, groupedNumber } from "./number-words";
import { unitInWords } from "./unit-words";

export type Language = "zh" | "en";

/** Names of codes, given by whoever holds the registries; null for a code that is not known. */
export type CodeNames = { region(code: string): string | null; industry(code: string): string | null };

/** A value of a fact in words, be it the firm's or the policy's. Sums keep every digit. */
export function valueInWords(
  value: FactValue,
  definition: FactDefinition,
  language: Language,
  names: CodeNames,
): string {
  if (typeof value === "number") return numberInWords(value, definition, language);
  if (typeof value === "boolean") return yesOrNo(value, language);
  if (typeof value !== "string") return listInWords(value, definition, language, names);
  if (definition.type === "enum") return labelOf(value, definition, language);
  return definition.type === "code" ? codeInWords(value, definition.name, names) : value;
}

const absence = {
  stated: { zh: "尚未填写", en: "not given yet" },
  published: { zh: "（所在地今年的标准尚未公布或收录）", en: "(not published or not held yet for the place and year)" },
} as const;

function listInWords(
  value: Extract<FactValue, readonly unknown[]>,
  definition: FactDefinition,
  language: Language,
  names: CodeNames,
): string {
  const said = value.map((each) =>
    typeof each === "object"
      ? entryInWords(each, definition, language, names)
      : valueInWords(each, definition, language, names),
  );
  return said.join(definition.type === "list" ? separators[language].entries : separator(language));
}

/** One entry of a list: its fields with their names. */
export function entryInWords(entry: Entry, list: FactDefinition, language: Language, names: CodeNames): string {
  const fields = [...fieldsAsFacts(list).values()].flatMap((field) => {
    const value = entry[field.name];
    return value === undefined ? [] : [`${field[language]} ${valueInWords(value, field, language, names)}`];
  });
  return fields.join(separators[language].fields);
}

const separators = { zh: { entries: "；", fields: "，" }, en: { entries: "; ", fields: ", " } } as const;

/** The firm's own figure, or the one published for its place, in words; unknown is said so. */
export function factInWords(
  value: FactValue | null | undefined,
  definition: FactDefinition,
  language: Language,
  names: CodeNames,
): string {
  if (value === null || value === undefined) return absence[isPublished(definition) ? "published" : "stated"][language];
  return valueInWords(value, definition, language, names);
}

/** Between the members of a list. */
export function separator(language: Language): string {
  return language === "zh" ? "、" : ", ";
}

export function yesOrNo(value: boolean, language: Language): string {
  if (language === "zh") return value ? "是" : "否";
  return value ? "yes" : "no";
}

function numberInWords(value: number, definition: FactDefinition, language: Language): string {
  if (definition.type === "year") return yearInWords(value, language);
  return quantityInWords(value, definition.unit, language);
}

function yearInWords(year: number, language: Language): string {
  if (year === never) return language === "zh" ? "没有" : "none";
  return language === "zh" ? `${year} 年` : String(year);
}

/** A number with its unit: `3 %`, `500 万元`, `CNY 5,000,000`, `12 人`. */
export function quantityInWords(value: number, unit: string | null, language: Language): string {
  if (unit === null) return groupedNumber(value);
  if (unit === "元" || unit === "美元") return moneyInWords(value, unit, language);
  return `${groupedNumber(value)} ${unitInWords(unit, language)}`.trimEnd();
}

function moneyInWords(value: number, unit: string, language: Language): string {
  if (language === "en") return `${unitInWords(unit, language)} ${groupedNumber(value)}`;
  const number = chineseNumber(value);
  return /[万亿]$/.test(number) ? `${number}${unit}` : `${number} ${unit}`;
}

function labelOf(value: string, definition: FactDefinition, language: Language): string {
  return definition.values?.find((entry) => entry.value === value)?.[language] ?? value;
}

/** Regions are padded: a prefix of four digits names the city. */
function codeInWords(code: string, fact: string, names: CodeNames): string {
  if (fact === "region") return names.region(code.padEnd(6, "0")) ?? code;
  return (fact === "industry" ? names.industry(code) : null) ?? code;
}
