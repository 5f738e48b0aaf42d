import { describe, expect, it } from "vitest";
import { funds } from "~/features/funds/funds.zh";
import { answerXml, entryXml, notification, one, refs, statusReport, two, type EntryParts } from "../testing/raw-files";
import { readBankXml } from "./bank-xml.server";

function linesOf(xml: string) {
  const read = readBankXml(xml);
  if (!read.ok) throw new Error(`refused: ${read.problem.path} ${read.problem.reason}`);
  return read.message.lines;
}
const told = (xml: string) =>
  linesOf(xml).map(({ reference, status, problem }) =>
    [reference.replaceAll(one, "P1").replaceAll(two, "P2"), status, problem?.reason].filter(Boolean).join(" "),
  );
const booked = (parts: EntryParts) => told(notification(entryXml({ transactions: [refs(one)], ...parts })));
const ofBank = (code: string) => `<Prtry><Cd>${code}</Cd></Prtry>`;
const ofIso = (code: string) => `<Domn><Cd>PMNT</Cd><Fmly><Cd>MDOP</Cd><SubFmlyCd>${code}</SubFmlyCd></Fmly></Domn>`;

describe("a line that names two payments", () => {
  it.each([
    `<Refs><InstrId>${two}</InstrId><EndToEndId>${one}</EndToEndId></Refs>`,
    `<Refs><EndToEndId>${one}</EndToEndId><TxId>${two}</TxId></Refs>`,
  ])("moves neither: %s", (references) =>
    expect(booked({ transactions: [references] })).toEqual(["P1 setAside referencesDiffer"]),
  );

  it("moves neither in a status report", () =>
    expect(
      told(
        statusReport(
          `<TxInfAndSts><OrgnlInstrId>${two}</OrgnlInstrId><OrgnlEndToEndId>${one}</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>`,
        ),
      ),
    ).toEqual(["P1 setAside referencesDiffer"]));

  it("is one where both are the same payment in other writing", () =>
    expect(
      booked({
        transactions: [
          `<Refs><InstrId>${one.toUpperCase()}</InstrId><EndToEndId>01900000-0000-7000-8000-000000000001</EndToEndId></Refs>`,
        ],
      }),
    ).toEqual(["P1 paid"]));
});

describe("codes of the bank's business", () => {
  it.each([
    [ofBank("FCHG"), "P1 charge"],
    [ofBank("SCOM"), "P1 charge"],
    [ofBank("CHG"), "P1 charge"],
    [ofBank("NCHG+805+0931"), "P1 charge"],
    [ofBank("nchg/手续费"), "P1 charge"],
    [ofIso("COME"), "P1 charge"],
    [ofBank("FRTI"), "P1 setAside returnDebit"],
    [ofBank("FINT"), "P1 setAside otherBusiness"],
    [ofBank("NTRF+116"), "P1 paid"],
    [ofBank("STRF"), "P1 paid"],
  ])("%s", (code, line) => expect(booked({ code })).toEqual([line]));
});

describe("character references", () => {
  it("are the characters they stand for", () => {
    const [line] = linesOf(
      notification(
        entryXml({ transactions: [refs(one.replace("0", "&#48;"))], words: "&#x9000;&#27719; &amp;#48; &#x1F600;" }),
      ),
    );
    expect(line).toMatchObject({ reference: one, status: "paid", reasonText: "退汇 &#48; 😀" });
  });

  it("of characters that no text holds are left out", () =>
    expect(linesOf(notification(entryXml({ transactions: [refs(one)], words: "甲&#0;&#1;乙" })))[0]?.reasonText).toBe(
      "甲乙",
    ));
});

describe("midnight at the end of a day", () => {
  it.each(["2026-12-31T24:00:00", "2026-12-31T24:00:00+08:00", "2026-12-31T16:00:00Z"])(
    "%s is the first day of the year",
    (instant) =>
      expect(
        linesOf(
          notification(entryXml({ date: `<BookgDt><DtTm>${instant}</DtTm></BookgDt>`, transactions: [refs(one)] })),
        )[0]?.bookedOn,
      ).toBe("2027-01-01"),
  );
});

describe("a notification that is a copy", () => {
  const copy = (kind: string, parts: EntryParts) =>
    told(
      notification(entryXml({ transactions: [refs(one)], ...parts })).replace(
        "<Acct>",
        `<CpyDplctInd>${kind}</CpyDplctInd><Acct>`,
      ),
    );

  it.each(["DUPL", "CODU", "COPY"])("%s: money received counts under the bank's own number alone", (kind) => {
    expect(copy(kind, { side: "CRDT" })).toEqual(["P1 setAside duplicate"]);
    expect(copy(kind, { side: "CRDT", bankReference: "B-1" })).toEqual(["P1 received"]);
    expect(copy(kind, {})).toEqual(["P1 paid"]);
  });
});

describe("the bank's number of a booking", () => {
  const numbers = (parts: EntryParts) =>
    linesOf(notification(entryXml({ fen: "200", bankReference: "E-1", ...parts }))).map((line) => line.bankReference);
  const hundred = `<Amt Ccy="CNY">100</Amt>`;

  it("of an entry with several transactions tells each of them apart", () => {
    const twice = refs(one) + hundred;
    expect(numbers({ transactions: [twice, twice] })).toEqual(["E-1#1", "E-1#2"]);
    const own = `<Refs><AcctSvcrRef>T-1</AcctSvcrRef><EndToEndId>${one}</EndToEndId></Refs>${hundred}`;
    expect(numbers({ transactions: [own, twice] })).toEqual(["T-1", "E-1#2"]);
  });

  it("of one that stands alone is the entry's", () => expect(numbers({})).toEqual(["E-1"]));
});

describe("an answer", () => {
  it.each([
    ["ACSC", "RJCT"],
    ["RJCT", "ACSC"],
    ["ACCC", "CANC"],
  ])("that says %s and %s of one transfer is set aside, the others are done", (first, second) =>
    expect(told(statusReport(answerXml(one, first) + answerXml(two, "ACSC") + answerXml(one, second)))).toEqual([
      "P1 setAside answersDiffer",
      "P2 paid",
      "P1 setAside answersDiffer",
    ]),
  );

  it("that was under way and is settled is settled", () =>
    expect(told(statusReport(answerXml(one, "ACSP") + answerXml(one, "ACSC")))).toEqual(["P1 pending", "P1 paid"]));

  it("with several reasons keeps the code that says something, and all words", () => {
    const reason = (inner: string) => `<StsRsnInf>${inner}</StsRsnInf>`;
    const reasons =
      reason("<Rsn><Cd>NARR</Cd></Rsn><AddtlInf>见说明</AddtlInf>") +
      reason("<Rsn><Cd>AC04</Cd></Rsn><AddtlInf>已销户</AddtlInf>");
    expect(linesOf(statusReport(answerXml(one, "RJCT", reasons)))).toMatchObject([
      { status: "returned", reasonCode: "AC04", reasonText: "见说明 已销户" },
    ]);
  });
});

it("every reason has words", () =>
  expect(Object.keys(funds.bank.reasons)).toEqual(
    expect.arrayContaining(["referencesDiffer", "duplicate", "answersDiffer"]),
  ));
