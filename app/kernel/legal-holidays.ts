import { addDays, epochDay, type PlainDate } from "./plain-date";

/**
 * Month and day of 春节 (初一), 清明, 端午 and 中秋 by year, from the astronomical calendar of GB/T 33661-2017. The last two lie on
 * the fifth of the fifth and the fifteenth of the eighth lunar month.
 */
const moving = [
  "2024 0210 0404 0610 0917",
  "2025 0129 0404 0531 1006",
  "2026 0217 0405 0619 0925",
  "2027 0206 0405 0609 0915",
  "2028 0126 0404 0528 1003",
  "2029 0213 0404 0616 0922",
  "2030 0203 0405 0605 0912",
  "2031 0123 0405 0624 1001",
  "2032 0211 0404 0612 0919",
  "2033 0131 0404 0601 0908",
  "2034 0219 0405 0620 0927",
  "2035 0208 0405 0610 0916",
  "2036 0128 0404 0530 1004",
  "2037 0215 0404 0618 0924",
  "2038 0204 0405 0607 0913",
  "2039 0124 0405 0527 1002",
  "2040 0212 0404 0614 0920",
  "2041 0201 0404 0603 0910",
  "2042 0122 0404 0622 0928",
  "2043 0210 0405 0611 0917",
  "2044 0130 0404 0531 1005",
  "2045 0217 0404 0619 0925",
  "2046 0206 0404 0608 0915",
  "2047 0126 0405 0529 1004",
  "2048 0214 0404 0615 0922",
  "2049 0202 0404 0604 0911",
  "2050 0123 0404 0623 0930",
  "2051 0211 0405 0613 0919",
  "2052 0201 0404 0601 0907",
  "2053 0219 0404 0620 0926",
  "2054 0208 0404 0610 0916",
  "2055 0128 0405 0530 1005",
  "2056 0215 0404 0617 0924",
  "2057 0204 0404 0606 0913",
  "2058 0124 0404 0625 1002",
  "2059 0212 0405 0614 0921",
  "2060 0202 0404 0603 0909",
  "2061 0121 0404 0622 0928",
  "2062 0209 0404 0611 0917",
  "2063 0129 0405 0601 1006",
  "2064 0217 0404 0619 0925",
  "2065 0205 0404 0608 0915",
  "2066 0126 0404 0528 1003",
  "2067 0214 0405 0616 0923",
  "2068 0203 0404 0604 0911",
  "2069 0123 0404 0623 0929",
  "2070 0211 0404 0613 0919",
  "2071 0131 0405 0602 0908",
  "2072 0219 0404 0620 0926",
  "2073 0207 0404 0610 0916",
  "2074 0127 0404 0530 1005",
  "2075 0215 0404 0617 0924",
  "2076 0205 0404 0606 0912",
  "2077 0124 0404 0624 1001",
  "2078 0212 0404 0614 0920",
  "2079 0202 0404 0604 0910",
  "2080 0122 0404 0622 0928",
  "2081 0209 0404 0611 0917",
  "2082 0129 0404 0601 1006",
  "2083 0217 0404 0619 0926",
  "2084 0206 0404 0607 0914",
  "2085 0126 0404 0527 1003",
  "2086 0214 0404 0615 0922",
  "2087 0203 0404 0605 0911",
  "2088 0124 0404 0623 0929",
  "2089 0210 0404 0613 0918",
  "2090 0130 0404 0602 0908",
  "2091 0218 0404 0621 0927",
  "2092 0207 0404 0609 0916",
  "2093 0127 0404 0529 1005",
  "2094 0215 0404 0617 0924",
  "2095 0205 0404 0606 0913",
  "2096 0125 0404 0624 0930",
  "2097 0212 0404 0614 0920",
  "2098 0201 0404 0604 0909",
  "2099 0121 0404 0623 0929",
  "2100 0209 0405 0612 0918",
];

/** Years whose holidays are known beforehand. */
export const legalYears = { first: 2024, last: 2100 } as const;

/**
 * The holidays that the law fixes for a year (全国年节及纪念日放假办法, 国务院令第795号, art. 2), before a notice says how they are
 * arranged: 1 January, 除夕 and the first three days of the year, 清明, 1 and 2 May, 端午, 中秋, 1 to 3 October.
 */
export function legalHolidays(year: number): PlainDate[] {
  const [, spring = "", ...single] = moving.find((row) => row.startsWith(`${year} `))?.split(" ") ?? [];
  const day = (text: string): PlainDate => `${year}-${text.slice(0, 2)}-${text.slice(2)}`;
  const fixed = ["0101", "0501", "0502", "1001", "1002", "1003"].map(day);
  const springDays = spring === "" ? [] : [-1, 0, 1, 2].map((days) => addDays(day(spring), days));
  return [...new Set([...fixed, ...springDays, ...single.map(day)])].sort();
}

/** Days off for holidays that fall on a weekend (art. 6): as many of the next days on which people would work. */
export function compensationDays(holidays: readonly PlainDate[]): PlainDate[] {
  const off = new Set(holidays);
  const added: PlainDate[] = [];
  for (const holiday of holidays.filter(isWeekend)) {
    let day = holiday;
    while (off.has(day) || isWeekend(day)) day = addDays(day, 1);
    off.add(day);
    added.push(day);
  }
  return added;
}

/** Whether a day is a Saturday or Sunday; 1970-01-01 was a Thursday. */
export function isWeekend(day: PlainDate): boolean {
  return [2, 3].includes(epochDay(day) % 7);
}
