import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Item, Slice } from "./page-items";
import { drawn, paginate } from "./paginate";

const room = { first: 40, top: 10, bottom: 100 };
const text = (name: string, y: number): Item => ({
  kind: "text",
  x: 0,
  y,
  text: name,
  face: "song",
  size: 1,
  spacing: 0,
  ink: "black",
});
const slice = (name: string, height = 10, more: Partial<Slice> = {}): Slice => ({
  height,
  draw: (y) => [text(name, y)],
  ...more,
});
const names = (slices: readonly Slice[], tail = 0) =>
  paginate(slices, { height: tail }, room).map((page) =>
    drawn(page).map((item) => (item.kind === "text" ? item.text : "")),
  );
const many = (count: number, more: Partial<Slice> = {}) =>
  Array.from({ length: count }, (_, index) => slice(String(index), 10, more));

describe("pages", () => {
  it("begin lower where the head stands, and hold what fits", () => {
    expect(names(many(8))).toEqual([
      ["0", "1", "2", "3", "4", "5"],
      ["6", "7"],
    ]);
  });

  it("repeat the head of a table on each page it goes on", () => {
    const head = slice("head");
    expect(names([{ ...head, keepsNext: true }, ...many(14, { head })])).toEqual([
      ["head", "0", "1", "2", "3", "4"],
      ["head", "5", "6", "7", "8", "9", "10", "11", "12"],
      ["head", "13"],
    ]);
  });

  it("never end with a heading or the head of a table", () => {
    const head = slice("head");
    const slices = [
      ...many(4),
      slice("heading", 10, { keepsNext: true }),
      { ...head, keepsNext: true },
      slice("row", 10, { head }),
    ];
    expect(names(slices)).toEqual([
      ["0", "1", "2", "3"],
      ["heading", "head", "row"],
    ]);
  });

  it("leave out an empty line at their top", () => {
    expect(names([...many(6), slice("blank", 5, { blank: true }), slice("last")])).toEqual([
      ["0", "1", "2", "3", "4", "5"],
      ["last"],
    ]);
  });

  it("never hold the signature alone", () => {
    expect(names(many(5), 20)).toEqual([
      ["0", "1", "2"],
      ["3", "4"],
    ]);
    expect(names(many(4), 20)).toEqual([["0", "1", "2", "3"]]);
  });

  it("lose nothing, keep the order and overflow nowhere", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ height: fc.integer({ min: 1, max: 60 }), keepsNext: fc.boolean() }), { maxLength: 40 }),
        fc.integer({ min: 0, max: 60 }),
        (rows, tail) => {
          const slices = rows.map(({ height, keepsNext }, index) =>
            slice(String(index), height, { keepsNext: keepsNext && index % 3 === 0 }),
          );
          const pages = paginate(slices, { height: tail }, room);
          expect(pages.flat().map(({ slice: each }) => each)).toEqual(slices);
          for (const page of pages)
            for (const each of page) expect(each.y + each.slice.height).toBeLessThanOrEqual(room.bottom + 0.01);
        },
      ),
      { seed: 22 },
    );
  });
});
