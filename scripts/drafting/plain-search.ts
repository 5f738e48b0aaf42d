const digits = "零一二三四五六七八九";
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const money: Readonly<Record<string, number>> = { 亿: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4, 千: 1e3, 百: 100, "": 1 };

/** How one figure of the rule may stand in words: what it is, and the unit of what it counts. */
export type Wanted = { as: "yuan" | "percent" | "count"; value: number; unit?: string | null };

/**
 * Whether a figure stands in the words: as a numeral, Arabic or Chinese, with its own kind of unit; 免征 and 全额 say 100 %, 减半 says
 * 50 %. It looks for the ways the figure may be written and knows nothing of what a sentence means; no part of the drafter.
 */
export function figureStands(text: string, wanted: Wanted): boolean {
  const plain = tidy(text);
  if (wanted.as === "yuan") return moneyStands(plain, wanted.value);
  if (wanted.as === "percent") return percentStands(plain, wanted.value);
  return countStands(plain, wanted.value, wanted.unit ?? null);
}

/**
 * Whether a figure stands only as an end of a range whose words do not say if the end is within it: 1万至3万平方米. 以上, 以下, 不满, 超过,
 * 含 and 不含 do say so (民法典第一千二百五十九条).
 */
export function isOpenRangeEnd(text: string, { as, value }: Wanted): boolean {
  const plain = tidy(text);
  const sizes = as === "yuan" || as === "count" ? [1, 1e4, 1e8] : [1];
  const found = sizes.flatMap((size) => (value < size && size > 1 ? [] : writings(value / size))).map(escape);
  const own = `(?<![\\d.])(?:${found.join("|")})(?![\\d.])`;
  const unit = "[%万亿]?(?:元|平方米|[个家人名月年天])?";
  const end = new RegExp(`[\\d万亿%元米月年](?:至|到|-|—|~|～)${own}|${own}${unit}(?:至|到|-|—|~|～)\\d`);
  const said = new RegExp(`(?:超过|不足|不满|低于|高于|以上|不低于|达到?)${own}|${own}${unit}(?:[((]?不?含|以|及以)`);
  return found.length > 0 && end.test(plain) && !said.test(plain);
}

function tidy(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/(\d),(?=\d{3})/g, "$1")
    .replaceAll("两", "二")
    .replaceAll("〇", "零");
}

function moneyStands(text: string, yuan: number): boolean {
  return Object.entries(money).some(([sign, factor]) => {
    const value = yuan / factor;
    return writings(value).some((written) => {
      if (sign !== "")
        return numeral(text, written, `(?:\\s*[\\-至到~～—、/,]?[^万亿元。;]{0,14}?)${sign}`) || mixed(text, yuan);
      return numeral(text, written, "(?:\\s*[、,至到~\\-]\\s*[\\d.]+)*\\s*(?:元|美元)");
    });
  });
}

/** 1亿2000万 */
function mixed(text: string, yuan: number): boolean {
  const whole = Math.floor(yuan / 1e8);
  return whole > 0 && yuan % 1e8 > 0 && text.includes(`${whole}亿${(yuan % 1e8) / 1e4}万`);
}

function percentStands(text: string, value: number): boolean {
  if (value === 100 && /免|全额|不征|不再缴|不缴/.test(text)) return true;
  if (value === 50 && /减半|一半|半数/.test(text)) return true;
  if (writings(value / 10).some((written) => numeral(text, written, "折"))) return true;
  if (writings(value * 10).some((written) => text.includes(`${written}‰`) || text.includes(`千分之${written}`)))
    return true;
  return writings(value).some(
    (written) =>
      numeral(text, written, "\\s*(?:[\\-至到~～—、,和或/]\\s*[\\d.]+\\s*)*%") ||
      text.includes(`百分之${written}`) ||
      numeral(text, written, "个百分点"),
  );
}

function countStands(text: string, value: number, unit: string | null): boolean {
  const own = unit ? escape(unit) : null;
  return [...writings(value), ...sized(value, 1e4, "万"), ...sized(value, 1e3, "千")].some((written) => {
    if (own && numeral(text, written, `[\\-至到~、\\d.千万]*(?:个(?:自然|会计|纳税)?|周)?${own}(?!性)`)) return true;
    return value > 3 && numeral(text, written, "(?![\\d.%亿]|万元|元|月\\d|年\\d|-\\d|号)");
  });
}

function sized(value: number, size: number, sign: string): string[] {
  return value < size ? [] : writings(value / size).map((each) => `${each}${sign}`);
}

/** 同一人 and 每一项 say which, not how many. */
const noCount = "同每任某统唯单";

function numeral(text: string, written: string, after: string): boolean {
  const before = written === "一" ? noCount : "";
  return new RegExp(`(?<![\\d.零一二三四五六七八九十百千${before}])${escape(written)}(?![\\d]|\\.\\d)${after}`).test(
    text,
  );
}

/** The ways a number is written: 20, 二十. */
function writings(value: number): string[] {
  const rounded = Number(value.toPrecision(12));
  if (!Number.isFinite(rounded) || rounded < 0 || String(rounded).includes("e")) return [];
  return Number.isInteger(rounded) && rounded < 10_000 ? [String(rounded), ...chinese(rounded)] : [String(rounded)];
}

function chinese(value: number): string[] {
  if (value < 10) return [digits[value] ?? ""];
  const words = Object.entries(powers)
    .reverse()
    .reduce(
      ({ left, written }, [sign, power]) => {
        const times = Math.floor(left / power);
        const gap = written !== "" && times === 0 && left > 0 && !written.endsWith("零") ? "零" : "";
        return { left: left % power, written: written + (times > 0 ? `${digits[times]}${sign}` : gap) };
      },
      { left: value, written: "" },
    );
  const full = words.written + (words.left > 0 ? digits[words.left] : "");
  const tidyFull = full.replace(/零$/, "");
  return tidyFull.startsWith("一十") ? [tidyFull, tidyFull.slice(1)] : [tidyFull];
}

/** Whether a calendar day or a year counted from the claim stands in the words. */
export function dayStands(text: string, day: string | { year: number }): boolean {
  if (typeof day !== "string") return (yearWords[day.year] ?? /(?!)/).test(text);
  const [year, month, date] = day.split("-").map(Number);
  const plain = tidy(text);
  const written = [`${year}年${month}月${date}日`, `${month}月${date}日`, day, `${year}.${month}.${date}`];
  return written.some((each) => plain.includes(each));
}

/** Words for a year counted from the claim: the year itself, the one before, and the first of the last two, three or five. */
const yearWords: Readonly<Record<number, RegExp>> = {
  0: /当年|本年|今年|年内|年度内/,
  [-1]: /上年|上一?个?年|去年|前一年|近[两二2]年/,
  [-2]: /近[三3]年/,
  [-4]: /近[五5]年/,
};

/** The words without the sums that are paid: 最高300万元 and 奖5万、10万元 state no threshold; what may be borrowed does. */
export function withoutPaid(text: string): string {
  const sum = "\\d[\\d.]*(?:千万|百万|万|亿)?元?";
  const paid = "奖励?|奖补|补助|补贴|资助|给予|(?<!(?:贷|担保|授信|融资)[^，。；]{0,6})(?:最高|封顶|上限)";
  return tidy(text).replace(new RegExp(`(?:${paid})${sum}(?:[、/至-]${sum})*(?!以上|及以上)`, "g"), "");
}

/** Share of the pairs of neighbouring signs of a name that stand in the words; a name of one sign stands or not. */
export function nameShare(text: string, name: string): number {
  const plain = name
    .normalize("NFKC")
    .replace(/\(.*?\)/g, "")
    .replace(/^(具有|上一年度|本年度|当年|本年|前一年|本次|年度|年|已|为|有|是)/, "");
  const pairs = [...plain].slice(1).map((sign, at) => `${[...plain][at]}${sign}`);
  if (pairs.length === 0) return plain !== "" && text.includes(plain) ? 1 : 0;
  const whole = text.normalize("NFKC");
  return pairs.filter((pair) => whole.includes(pair)).length / pairs.length;
}

function escape(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
