import type { Item, Measure, Slice } from "./page-items";
import type { TableColumn } from "./paper";
import { lineItem, setLines, type Setting } from "./text-slices";

/** Where a table stands; points. */
export type Place = {
  left: number;
  width: number;
  size: number;
  /** the highest row; a longer one is cut into several */ most: number;
};
type Cell = { text: string; column: TableColumn; left: number; width: number; face: "song" | "hei" };

const padding = 4;
const thin = 0.5;

/**
 * A table as slices of one row each, its head repeated on every page. Rows are as high as their longest cell; one that is
 * higher than a page is cut.
 */
export function tableSlices(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  place: Place,
  measure: Measure,
): Slice[] {
  const cells = (texts: readonly string[], face: Cell["face"]) => cellsOf(columns, texts, face, place);
  const [head] = columns.some((column) => column.head)
    ? rowSlices(
        cells(
          columns.map((column) => column.head),
          "hei",
        ),
        place,
        measure,
        true,
      )
    : [];
  const body = rows
    .flatMap((row) => rowSlices(cells(row, "song"), place, measure, false))
    .map((slice): Slice => ({ ...slice, head: head ?? lid(place) }));
  return [{ ...(head ?? lid(place)), keepsNext: true }, ...body];
}

/** Columns of pairs of label and value; labels stand on a tint. */
export const fieldColumns: readonly TableColumn[] = [
  { head: "", share: 26 },
  { head: "", share: 74 },
];

/** The upper edge of a table without a head. */
function lid({ left, width }: Place): Slice {
  return { height: 0, draw: (y) => [edge(left, y, width)] };
}

function edge(left: number, y: number, width: number): Item {
  return { kind: "line", x1: left, y1: y, x2: left + width, y2: y, width: thin, ink: "black" };
}

function cellsOf(
  columns: readonly TableColumn[],
  texts: readonly string[],
  face: Cell["face"],
  { left, width }: Place,
): Cell[] {
  const whole = columns.reduce((sum, column) => sum + column.share, 0);
  let at = left;
  return columns.map((column, index) => {
    const cell = { text: texts[index] ?? "", column, left: at, width: (width * column.share) / whole, face };
    at += cell.width;
    return cell;
  });
}

function rowSlices(cells: readonly Cell[], place: Place, measure: Measure, isHead: boolean): Slice[] {
  const line = place.size * 1.45;
  const set = cells.map((cell) => ({
    cell,
    setting: settingOf(cell, place, isHead, line),
    lines: setLines(cell.text, settingOf(cell, place, isHead, line), measure),
  }));
  const perSlice = Math.max(1, Math.floor((place.most - 2 * padding) / line));
  const count = Math.max(1, ...set.map(({ lines }) => lines.length));
  const tint = cells.some(({ column }) => column.head) ? isHead : true;
  return Array.from({ length: Math.ceil(count / perSlice) }, (_, part): Slice => {
    const shown = set.map(({ cell, setting, lines }) => ({
      cell,
      setting,
      lines: lines.slice(part * perSlice, (part + 1) * perSlice),
    }));
    const height = Math.max(1, ...shown.map(({ lines }) => lines.length)) * line + 2 * padding;
    return {
      height,
      draw: (y) => [
        ...ground(cells, y, height, tint, isHead),
        ...shown.flatMap(({ setting, lines }) =>
          lines.map((each, index) => lineItem(each, setting, middle(y, height, lines.length, line) + index * line)),
        ),
        ...frame(cells, y, height, isHead),
      ],
    };
  });
}

function settingOf(cell: Cell, { size }: Place, isHead: boolean, line: number): Setting {
  return {
    face: cell.face,
    size,
    pitch: size,
    line,
    left: cell.left + padding,
    width: cell.width - 2 * padding,
    align: isHead ? "center" : (cell.column.align ?? "left"),
  };
}

function middle(y: number, height: number, lines: number, line: number): number {
  return y + (height - lines * line) / 2;
}

/** Heads, and labels of a table without a head, stand on a tint. */
function ground(cells: readonly Cell[], y: number, height: number, tint: boolean, isHead: boolean): Item[] {
  const tinted = tint ? (isHead ? cells : cells.slice(0, 1)) : [];
  return tinted.map(({ left, width }) => ({ kind: "fill", x: left, y, width, height, ink: "pale" }));
}

function frame(cells: readonly Cell[], y: number, height: number, isHead: boolean): Item[] {
  const left = cells[0]?.left ?? 0;
  const right = (cells.at(-1)?.left ?? 0) + (cells.at(-1)?.width ?? 0);
  const edges = [...cells.map((cell) => cell.left), right];
  const upright = edges.map((x): Item => ({
    kind: "line",
    x1: x,
    y1: y,
    x2: x,
    y2: y + height,
    width: thin,
    ink: "black",
  }));
  return [...upright, edge(left, y + height, right - left), ...(isHead ? [edge(left, y, right - left)] : [])];
}
