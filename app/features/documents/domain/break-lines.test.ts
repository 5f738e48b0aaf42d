import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLines } from "./break-lines";

/** A full character is one wide, a half one a half. */
const width = (character: string) => (character.charCodeAt(0) < 256 ? 0.5 : 1);
const lines = (text: string, room: number, first = room) =>
  breakLines(text, width, room, first).map((line) => line.text);

describe("breaking of Chinese lines", () => {
  it("fills a line and indents the first", () => {
    expect(lines("一二三四五六七八", 4)).toEqual(["一二三四", "五六七八"]);
    expect(lines("一二三四五六七八", 4, 2)).toEqual(["一二", "三四五六", "七八"]);
  });

  it.each([
    ["a full stop never begins a line", "一二三四。五六", ["一二三", "四。五六"]],
    ["nor does the second of two closing marks", "一二三》。四五", ["一二", "三》。四", "五"]],
    ["an opening mark never ends a line", "一二三（四）五", ["一二三", "（四）五"]],
    ["nor a currency sign", "一二三¥9.50元", ["一二三", "¥9.50元"]],
    ["a percent sign stays with its number", "一二三12%四", ["一二三", "12%四"]],
    ["the long dash is one mark and stays", "一二三——四", ["一二", "三——四"]],
    ["the ellipsis too", "一二三……四", ["一二", "三……四"]],
  ])("%s", (_, text, expected) => {
    expect(lines(text, 4)).toEqual(expected);
  });

  it("keeps a sum and a credit code whole", () => {
    expect(lines("金额为385,000.00元", 6)).toEqual(["金额为", "385,000.00元"]);
    expect(lines("代码91350100M000100Y43号", 10)).toEqual(["代码", "91350100M000100Y43号"]);
  });

  it("cuts a word that no line can hold", () => {
    expect(lines("abcdefghij", 3)).toEqual(["abcdef", "ghij"]);
  });

  it("leaves no space at the edges of a line and minds line feeds", () => {
    expect(lines("ab cd", 1)).toEqual(["ab", "cd"]);
    expect(breakLines("一\n二", width, 4)).toEqual([
      { text: "一", width: 1, ends: true },
      { text: "二", width: 1, ends: true },
    ]);
  });

  it("loses nothing, overfills nothing, and breaks no rule, whatever the text", () => {
    const character = fc.constantFrom(..."惠企通政策，。、；（）《》“”%¥—…abc019. ");
    fc.assert(
      fc.property(fc.array(character, { maxLength: 120 }), fc.integer({ min: 8, max: 30 }), (characters, room) => {
        const text = characters.join("");
        const broken = breakLines(text, width, room);
        expect(
          broken
            .map((line) => line.text)
            .join("")
            .replaceAll(" ", ""),
        ).toBe(text.replaceAll(" ", ""));
        for (const line of broken) expect(line.width).toBeLessThanOrEqual(room + 0.001);
        const runOfMarks = /[，。、；（）《》“”%¥—….]{6,}/.test(text.replaceAll(" ", ""));
        if (!runOfMarks) for (const line of broken.slice(1)) expect(line.text).not.toMatch(/^[，。、；）》”%]/);
      }),
      { seed: 9704, numRuns: 500 },
    );
  });
});
