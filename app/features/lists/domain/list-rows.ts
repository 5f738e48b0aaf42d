import { checkCreditCode } from "~/features/enterprises/domain/credit-code";
import { fitsRoom, type SumRoom } from "~/features/matching/domain/amount/sum-room";
import { isPayable, type PayableSum } from "~/features/matching/domain/amount/payable-sum";
import type { Basis } from "~/features/redemption/domain/list-basis";
import { formatYuan, type Fen } from "~/kernel/money";
import { readFen } from "~/kernel/reading/read-number";
import { splitAtHeadings, tidyHeading, type SheetTable } from "~/kernel/reading/sheet-table";

/** A line of a department's list: the row as the spreadsheet numbers it (the header is 1). */
export type ListLine = {
  row: number;
  creditCode: string;
  fen: Fen;
  /** why it is not the rule's sum */ sumReason: string;
  basis: Basis | null;
};
export type ListReason =
  | "column"
  | "code"
  | "sum"
  | "double"
  | "unknown"
  | "running"
  | "codeInDoubt"
  | "place"
  | "notExact"
  | "aboveMost"
  | "notRule"
  | "tooLong"
  | "noReason"
  | "notMet"
  | "basis"
  | "claimed"
  | "aboveLeft";
export type ListProblem = { row: number; value: string; reason: ListReason };

const codeHeads = ["统一社会信用代码", "creditCode"];
const fileHeads = ["依据文件", "basisFile"];
const numberHeads = ["依据文号", "basisNumber"];
const sumHeads = ["金额(元)", "金额", "yuan"];
const reasonHeads = ["金额理由", "sumReason"];
/** characters of a reason for another sum */
const mostReason = 500;
const heads = [...codeHeads, ...sumHeads, ...reasonHeads];

/**
 * Reads a list with a code and a sum in each row; a title may stand above the headings, a basis of what is not known
 * beside them. One mistake refuses the whole list.
 */
export function readListRows({ rows, faults }: SheetTable): { lines: ListLine[]; problems: ListProblem[] } {
  const { heading, body } = splitAtHeadings(rows, (text) => heads.includes(tidyHeading(text)));
  const at = (names: readonly string[]) =>
    heading.cells.flatMap((text, index) => (names.includes(tidyHeading(text)) ? [index] : []));
  const [codeAt, sumAt] = [only(at(codeHeads)), only(at(sumHeads))];
  const [reasonAt = -1, fileAt = -1, numberAt = -1] = [reasonHeads, fileHeads, numberHeads].map(
    (names) => at(names)[0],
  );
  if (codeAt === undefined || sumAt === undefined)
    return { lines: [], problems: [{ row: heading.number, value: heading.cells.join(" "), reason: "column" }] };
  const seen = new Set<string>();
  const lines: ListLine[] = [];
  const problems = faultsBelow(faults, heading.number, [codeAt, sumAt]);
  for (const { number, cells } of body) {
    const read = readRow({ row: number, code: cells[codeAt] ?? "", sum: cells[sumAt] ?? "" }, seen);
    const sumReason = (cells[reasonAt] ?? "").trim();
    if ("reason" in read) problems.push(read);
    else if ([...sumReason].length > mostReason)
      problems.push({ row: number, value: `${sumReason.slice(0, 20)}…`, reason: "tooLong" });
    else
      lines.push({
        ...read,
        sumReason,
        basis: basisOf(cells[fileAt], cells[numberAt]),
      });
  }
  return { lines, problems };
}

/** The one place there is; undefined for none and for several. */
function only(places: readonly number[]): number | undefined {
  return places.length === 1 ? places[0] : undefined;
}

/** Cells of the columns that count which show what nobody can read. */
function faultsBelow(faults: SheetTable["faults"], heading: number, columns: readonly number[]): ListProblem[] {
  return faults
    .filter(({ row, column }) => row > heading && columns.includes(column))
    .map(({ row, shown }) => ({ row, value: shown, reason: "sum" }));
}

function readRow(
  { row, code, sum }: { row: number; code: string; sum: string },
  seen: Set<string>,
): Omit<ListLine, "sumReason" | "basis"> | ListProblem {
  const checked = checkCreditCode(code);
  if (!checked.ok) return { row, value: code, reason: "code" };
  if (seen.has(checked.code)) return { row, value: code, reason: "double" };
  seen.add(checked.code);
  const fen = payable(sum);
  return fen === null ? { row, value: sum, reason: "sum" } : { row, creditCode: checked.code, fen };
}

function payable(text: string): Fen | null {
  const read = readFen(text);
  return read.ok && read.fen > 0n ? read.fen : null;
}

function basisOf(file = "", number = ""): Basis | null {
  return file.trim() === "" || number.trim() === "" ? null : { file: file.trim(), number: number.trim() };
}

export type Verdict = "eligible" | "unknown" | "ineligible";
/** What is known of the firm behind a line: how it stands to the conditions, cases that bar it, what is left at the most. */
export type ListedFirm = {
  id: string;
  creditCode: string;
  regionCode: string;
  hasCase: boolean;
  /** `toConfirm` and `refused` codes are in doubt */
  codeState: string;
  verdict: Verdict;
  barredBy: string | null;
  leftFen: Fen | null;
};

/** Lines whose sum the item's text does not allow: none of its fixed sums, or more than its ceiling. */
export function checkSums(lines: readonly ListLine[], payable: PayableSum): ListProblem[] {
  const reason = payable.kind === "exact" ? "notExact" : "aboveMost";
  return lines.flatMap(({ row, fen }) => (isPayable(payable, fen) ? [] : [{ row, value: formatYuan(fen), reason }]));
}

/** What the rule gives one firm of a list, and what room the text leaves. */
export type RuledLine = Pick<ListLine, "row" | "fen" | "sumReason"> & { ruleFen: Fen | null; room: SumRoom };

/** Lines whose sum is not the firm's by the rule: another than a fixed one, out of its room, or within it without a reason. */
export function checkRules(lines: readonly RuledLine[]): ListProblem[] {
  return lines.flatMap(({ row, fen, sumReason, ruleFen, room }): ListProblem[] => {
    if (ruleFen === null || fen === ruleFen) return [];
    if (!fitsRoom(room, fen)) return [{ row, value: `${formatYuan(fen)} ≠ ${formatYuan(ruleFen)}`, reason: "notRule" }];
    return sumReason === "" ? [{ row, value: formatYuan(fen), reason: "noReason" }] : [];
  });
}

/**
 * Lines that cannot be taken: firms nobody registered, whose code is in doubt, of another place, with a case of this
 * item under way, that had it as
 * often as they may, that do not meet a condition, or of which one is not known and no basis is named.
 */
export function checkListed(
  lines: readonly ListLine[],
  firms: ReadonlyMap<string, ListedFirm>,
  isOfPlace: (regionCode: string) => boolean,
): ListProblem[] {
  return lines.flatMap(({ row, creditCode, fen, basis }): ListProblem[] => {
    const firm = firms.get(creditCode);
    if (!firm) return [{ row, value: creditCode, reason: "unknown" }];
    if (!isOfPlace(firm.regionCode)) return [{ row, value: creditCode, reason: "place" }];
    return standingProblem(firm, fen, basis).map((problem) => ({ row, value: creditCode, ...problem }));
  });
}

function standingProblem(
  { hasCase, codeState, verdict, barredBy, leftFen }: ListedFirm,
  fen: Fen,
  basis: Basis | null,
): { value?: string; reason: ListReason }[] {
  if (codeState === "toConfirm" || codeState === "refused") return [{ reason: "codeInDoubt" }];
  if (hasCase) return [{ reason: "running" }];
  if (barredBy) return [{ value: barredBy, reason: "claimed" }];
  if (leftFen !== null && fen > leftFen) return [{ value: formatYuan(leftFen), reason: "aboveLeft" }];
  if (verdict === "ineligible") return [{ reason: "notMet" }];
  return verdict === "unknown" && basis === null ? [{ reason: "basis" }] : [];
}
