import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answerXml,
  cny,
  entryXml,
  notification,
  one,
  refs,
  statusReport,
  two,
  type EntryParts,
} from "../testing/raw-files";
import { funds } from "~/features/funds/funds.zh";
import { readBankXml } from "./bank-xml.server";

/** Each line as "reference status sum", with the reason where it is set aside. */
function told(xml: string): string[] {
  const read = readBankXml(xml);
  if (!read.ok) return [`refused ${read.problem.path} ${read.problem.reason}`];
  return read.message.lines.map(({ reference, status, amountFen, problem }) =>
    [reference.replaceAll(one, "P1").replaceAll(two, "P2"), status, amountFen, problem?.reason]
      .filter((each) => each != null)
      .join(" "),
  );
}
const booked = (parts: EntryParts) => told(notification(entryXml(parts)));
const single = (parts: EntryParts, transaction = "") => booked({ transactions: [refs(one) + transaction], ...parts });
const returnInfo = "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>";
const subFamily = (code: string) =>
  `<Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>${code}</SubFmlyCd></Fmly></Domn>`;

describe("which way a booking goes", () => {
  it.each([
    ["a debit", {}, "", ["P1 paid 10000"]],
    ["not reversed", { reversal: "false" }, "", ["P1 paid 10000"]],
    ["a debit taken back", { side: "CRDT", reversal: "true" }, "", ["P1 reversed 10000"]],
    ["the same as a digit", { side: "CRDT", reversal: "1" }, "", ["P1 reversed 10000"]],
    ["a reversal that is debited", { reversal: "true" }, "", ["P1 setAside 10000 reversalDebit"]],
    ["a reversal nobody can read", { reversal: "yes" }, "", ["P1 setAside 10000 flag"]],
    ["a return", { side: "CRDT" }, returnInfo, ["P1 returned 10000"]],
    ["a return by its code", { side: "CRDT", code: subFamily("RRTN") }, "", ["P1 returned 10000"]],
    [
      "a return by the code of statements",
      { side: "CRDT", code: "<Prtry><Cd>NRTI</Cd></Prtry>" },
      "",
      ["P1 returned 10000"],
    ],
    ["a return that is debited", {}, returnInfo, ["P1 setAside 10000 returnDebit"]],
    ["a return code that is debited", { code: subFamily("RRTN") }, "", ["P1 setAside 10000 returnDebit"]],
    ["the bank's fee for a payment", { code: subFamily("CHRG") }, "", ["P1 charge 10000"]],
    ["a fee taken back", { side: "CRDT", reversal: "true", code: subFamily("FEES") }, "", ["P1 charge 10000"]],
    ["interest under our reference", { code: subFamily("INTR") }, "", ["P1 setAside 10000 otherBusiness"]],
    ["money received", { side: "CRDT" }, "", ["P1 received 10000"]],
    ["the transaction's own side", {}, "<CdtDbtInd>CRDT</CdtDbtInd>" + returnInfo, ["P1 setAside 10000 entrySum"]],
    ["not booked yet", { status: "<Cd>PDNG</Cd>" }, "", ["P1 pending 10000"]],
    ["for information", { status: "<Cd>INFO</Cd>", reversal: "true" }, "", ["P1 pending 10000"]],
    ["a state of the bank's own", { status: "<Prtry>GEBUCHT</Prtry>" }, "", ["P1 setAside 10000 missing"]],
    ["an unheard-of state", { status: "<Cd>XXXX</Cd>" }, "", ["P1 setAside 10000 unknownCode"]],
    ["an empty business code", { code: "" }, "", ["P1 paid 10000"]],
    ["an element from elsewhere", {}, "<Bonus>1</Bonus>", ["P1 setAside 10000 unexpected"]],
  ] as [string, EntryParts, string, string[]][])("%s", (_name, parts, transaction, lines) =>
    expect(single(parts, transaction)).toEqual(lines),
  );

  it("is told in words where it is not understood, however the file is broken", () => {
    const known = Object.keys(funds.bank.reasons);
    const broken = [
      "<Refs><Bonus>1</Bonus></Refs>",
      "<Refs>x</Refs>",
      "<RtrInf><Bonus/></RtrInf>",
      "<AmtDtls>x</AmtDtls>",
      "<AmtDtls/><AmtDtls/>",
      "<Chrgs><Rcrd><Amt>1</Amt></Rcrd></Chrgs>",
      `<Chrgs><Rcrd>${cny("1")}<CdtDbtInd>X</CdtDbtInd></Rcrd></Chrgs>`,
      "<CdtDbtInd>X</CdtDbtInd>",
      "<Refs/><Refs/>",
    ];
    for (const transaction of broken) {
      const [line = ""] = booked({ transactions: [transaction] });
      expect(line).toContain("setAside");
      expect(known).toContain(line.split(" ").at(-1));
    }
    const [count = ""] = booked({ batch: "<NbOfTxs>x</NbOfTxs>", transactions: [refs(one)] });
    expect(known).toContain(count.split(" ").at(-1));
  });

  it("is never a payment where it is marked as reversal, whatever else it says", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("DBIT", "CRDT"),
        fc.constantFrom("true", "1"),
        fc.constantFrom("", "NTRF", "RRTN", "CHRG", "INTR"),
        fc.constantFrom("", returnInfo),
        (side, reversal, code, info) => {
          const lines = single({ side: side as "DBIT" | "CRDT", reversal, code: code && subFamily(code) }, info);
          expect(lines.some((line) => /paid|received/.test(line))).toBe(false);
        },
      ),
    );
  });
});

describe("the sums of an entry", () => {
  const sums = (...each: string[]) => each.map((sum, place) => refs(place === 0 ? one : two) + cny(sum));
  const instructed = (sum: string, currency = "CNY") =>
    `<AmtDtls><InstdAmt><Amt Ccy="${currency}">${sum}</Amt></InstdAmt></AmtDtls>`;
  const total = (sum: string) => `<Chrgs>${cny(sum, "TtlChrgsAndTaxAmt")}</Chrgs>`;
  const record = (sum: string, within: string) =>
    `<Chrgs><Rcrd>${cny(sum)}<ChrgInclInd>${within}</ChrgInclInd></Rcrd></Chrgs>`;
  const inBatch = (count: string, sum: string) =>
    `<PmtInfId>PC-1</PmtInfId><NbOfTxs>${count}</NbOfTxs>${cny(sum, "TtlAmt")}`;

  it.each([
    [
      "transfers and a fee that the batch leaves over",
      { fen: "6.5", batch: inBatch("2", "6.3"), transactions: sums("3.1", "3.2") },
      ["P1 paid 310", "P2 paid 320", "charge 20"],
    ],
    [
      "transfers and a fee that the entry tells",
      { fen: "6.5", money: total("0.2"), transactions: sums("3.1", "3.2") },
      ["P1 paid 310", "P2 paid 320", "charge 20"],
    ],
    [
      "transfers and fees that they tell",
      { fen: "6.5", transactions: [refs(one) + cny("3.1") + total("0.1"), refs(two) + cny("3.2") + total("0.1")] },
      ["P1 paid 310", "P2 paid 320", "charge 20"],
    ],
    [
      "a fee within the transfer's sum",
      { fen: "105", transactions: [refs(one) + cny("105") + record("5", "true")] },
      ["P1 paid 10000", "P1 charge 500"],
    ],
    [
      "a fee beside the transfer's sum",
      { fen: "105", transactions: [refs(one) + cny("100") + record("5", "false")] },
      ["P1 paid 10000", "charge 500"],
    ],
    [
      "the order's own amount and a fee",
      { fen: "105", transactions: [refs(one) + instructed("100") + total("5")] },
      ["P1 paid 10000", "P1 charge 500"],
    ],
    [
      "money back less a fee",
      { fen: "95", side: "CRDT", transactions: [refs(one) + instructed("100") + total("5") + returnInfo] },
      ["P1 returned 10000", "P1 charge 500"],
    ],
    ["an amount in the details alone", { transactions: [refs(one) + instructed("100.00")] }, ["P1 paid 10000"]],
    [
      "amounts in the details of several",
      { fen: "300", transactions: [refs(one) + instructed("100"), refs(two) + instructed("200")] },
      ["P1 paid 10000", "P2 paid 20000"],
    ],
    [
      "amounts that contradict each other",
      { transactions: [refs(one) + instructed("99")] },
      ["P1 setAside 10000 amountsDiffer"],
    ],
    [
      "another currency in the details",
      { transactions: [refs(one) + instructed("15", "USD")] },
      ["P1 setAside 10000 currency"],
    ],
    [
      "transactions that are not the entry",
      { fen: "6.5", transactions: sums("3.1", "3.2") },
      ["P1 P2 setAside 650 entrySum"],
    ],
    ["less than its transactions", { fen: "6", transactions: sums("3.1", "3.2") }, ["P1 P2 setAside 600 entrySum"]],
    [
      "a count that is not theirs",
      { fen: "6.3", batch: inBatch("3", "6.3"), transactions: sums("3.1", "3.2") },
      ["P1 P2 setAside 630 txCount"],
    ],
    [
      "one without a sum among several",
      { fen: "6.3", transactions: [refs(one), refs(two) + cny("3.2")] },
      ["P1 P2 setAside 630 entrySum"],
    ],
    ["idle decimals", { fen: "6.300", transactions: sums("3.100", "3.20000") }, ["P1 paid 310", "P2 paid 320"]],
    ["a part of a fen", { fen: "18.155", transactions: [refs(one)] }, ["P1 setAside partOfFen"]],
    ["a sum below zero", { fen: "-5", transactions: [refs(one)] }, ["P1 setAside amount"]],
    [
      "a booking and one taken back within an entry",
      {
        fen: "0",
        transactions: [refs(one) + cny("5"), refs(two) + cny("5") + "<CdtDbtInd>CRDT</CdtDbtInd>" + returnInfo],
      },
      ["P1 paid 500", "P2 returned 500"],
    ],
  ] as [string, EntryParts, string[]][])("%s", (_name, parts, lines) =>
    expect(booked(parts).map((line) => line.trim())).toEqual(lines),
  );

  it("keeps every fen: what the lines of an understood entry move is what was booked", () => {
    const fen = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(fc.array(fen, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 5000 }), (parts, fee) => {
        const yuan = (sum: number) => (sum / 100).toFixed(2);
        const whole = parts.reduce((sum, each) => sum + each, 0) + fee;
        const lines = booked({
          fen: yuan(whole),
          money: total(yuan(fee)),
          transactions: parts.map((each) => refs(one) + cny(yuan(each))),
        });
        expect(lines.every((line) => !line.includes("setAside"))).toBe(true);
        expect(lines.reduce((sum, line) => sum + Number(/ (\d+)$/.exec(line)?.[1]), 0)).toBe(whole);
      }),
    );
  });
});

describe("references, days and encodings of names", () => {
  const dashed = "01900000-0000-7000-8000-000000000001";
  it.each([
    [
      "NOTPROVIDED beside the instruction's id",
      `<Refs><InstrId>${one}</InstrId><EndToEndId>NOTPROVIDED</EndToEndId></Refs>`,
      "P1 paid 10000",
    ],
    ["only the instruction's id", `<Refs><InstrId>${one}</InstrId></Refs>`, "P1 paid 10000"],
    [
      "the owner's own id",
      `<Refs><EndToEndId>NOTPROVIDED</EndToEndId><AcctOwnrTxId>${one}</AcctOwnrTxId></Refs>`,
      "P1 paid 10000",
    ],
    ["capitals, dashes and blanks", `<Refs><EndToEndId> ${dashed.toUpperCase()} </EndToEndId></Refs>`, "P1 paid 10000"],
    ["none of ours", `<Refs><EndToEndId>X-7</EndToEndId></Refs>`, "X-7 paid 10000"],
    ["none at all", "", "paid 10000"],
  ])("%s", (_name, references, line) =>
    expect(booked({ transactions: [references] }).map((each) => each.trim())).toEqual([line]),
  );

  it.each([
    ["<DtTm>2026-12-31T17:30:00Z</DtTm>", "2027-01-01"],
    ["<DtTm>2026-12-31T23:30:00+08:00</DtTm>", "2026-12-31"],
    ["<DtTm>2026-12-31T23:30:00.123456-05:00</DtTm>", "2027-01-01"],
    ["<DtTm>2026-12-31T23:30:00</DtTm>", "2026-12-31"],
    ["<Dt>2026-12-31</Dt>", "2026-12-31"],
    ["<Dt>2026-12-31+08:00</Dt>", "2026-12-31"],
  ])("%s is booked on %s", (date, day) => {
    const read = readBankXml(notification(entryXml({ date: `<BookgDt>${date}</BookgDt>`, transactions: [refs(one)] })));
    expect(read.ok && read.message.lines[0]?.bookedOn).toBe(day);
  });

  it.each([
    "<Dt>2026-02-30</Dt>",
    "<Dt>0026-02-03</Dt>",
    "<DtTm>2026-11-26T25:00:00Z</DtTm>",
    "<DtTm>yesterday</DtTm>",
  ])("%s sets its line aside", (date) =>
    expect(booked({ date: `<BookgDt>${date}</BookgDt>`, transactions: [refs(one)] })[0]).toContain("setAside"),
  );

  it("one odd entry leaves the others as they are", () => {
    const odd = entryXml({ fen: "18.155", transactions: [refs(one)] });
    expect(told(notification(odd + entryXml({ transactions: [refs(two)] })))).toEqual([
      "P1 setAside partOfFen",
      "P2 paid 10000",
    ]);
  });

  it("an entry without details names what the bank names, and a batch where it tells of one", () => {
    expect(booked({ bankReference: "BR-1" })).toEqual(["BR-1 paid 10000"]);
    const read = readBankXml(notification(entryXml({ batch: "<PmtInfId>PC-1</PmtInfId><NbOfTxs>3</NbOfTxs>" })));
    expect(read.ok && read.message.lines).toMatchObject([
      { status: "paid", amountFen: 10_000n, batch: { number: "PC-1", count: 3 } },
    ]);
  });
});

describe("answers of a status report", () => {
  it.each([
    "ACCP",
    "ACFC",
    "ACIS",
    "ACPD",
    "ACSP",
    "ACTC",
    "ACWC",
    "ACWP",
    "BLCK",
    "CPUC",
    "PATC",
    "PDNG",
    "PRES",
    "RCVD",
  ])("%s is on its way, the others are done", (code) =>
    expect(told(statusReport(answerXml(one, code) + answerXml(two, "ACSC")))).toEqual(["P1 pending", "P2 paid"]),
  );

  it.each([
    ["an unheard-of status", answerXml(one, "XXXX"), ["P1 setAside unknownCode", "P2 paid"]],
    ["no status", answerXml(one, "ACSC").replace(/<TxSts>.*?<\/TxSts>/, ""), ["P1 setAside missing", "P2 paid"]],
    [
      "an element from elsewhere",
      answerXml(one, "ACSC").replace("<TxSts>", "<Bonus/><TxSts>"),
      ["P1 setAside unexpected", "P2 paid"],
    ],
    [
      "dollars",
      answerXml(one, "ACSC", `<OrgnlTxRef><Amt><InstdAmt Ccy="USD">1</InstdAmt></Amt></OrgnlTxRef>`),
      ["P1 setAside currency", "P2 paid"],
    ],
    [
      "two sums",
      answerXml(
        one,
        "ACSC",
        `<OrgnlTxRef>${cny("1", "IntrBkSttlmAmt")}<Amt>${cny("2", "InstdAmt")}</Amt></OrgnlTxRef>`,
      ),
      ["P1 setAside 200 amountsDiffer", "P2 paid"],
    ],
    [
      "the instruction's id alone",
      answerXml(one, "RJCT").replaceAll("OrgnlEndToEndId", "OrgnlInstrId"),
      ["P1 returned", "P2 paid"],
    ],
    [
      "no reference",
      answerXml(one, "ACSC").replace(/<OrgnlEndToEndId>.*?<\/OrgnlEndToEndId>/, ""),
      ["setAside missing", "P2 paid"],
    ],
    [
      "words longer than the standard's",
      answerXml(one, "RJCT", `<StsRsnInf><AddtlInf>${"长".repeat(200)}</AddtlInf></StsRsnInf>`),
      ["P1 returned", "P2 paid"],
    ],
  ])("%s", (_name, answer, lines) =>
    expect(told(statusReport(answer + answerXml(two, "ACSC"))).map((line) => line.trim())).toEqual(lines),
  );

  it.each([
    ["settled", "<GrpSts>ACSC</GrpSts>", "", { status: "paid" }, []],
    ["under way", "<GrpSts>ACCP</GrpSts>", "", { status: "pending" }, []],
    ["in part", "<GrpSts>PART</GrpSts>", "", null, []],
    ["unheard of", "<GrpSts>XXXX</GrpSts>", "", null, ["PC-1 setAside unknownCode"]],
    [
      "contradicted by its part",
      "<GrpSts>RJCT</GrpSts>",
      "<PmtInfSts>ACSC</PmtInfSts>",
      null,
      ["PC-1 setAside statusesDiffer"],
    ],
    ["said by its part", "<GrpSts>ACCP</GrpSts>", "<PmtInfSts>ACSC</PmtInfSts>", { status: "paid" }, []],
  ])("a whole that is %s", (_name, group, part, rest, lines) => {
    const read = readBankXml(statusReport("", group, part));
    expect(read.ok && read.message.rest).toEqual(rest && (expect.objectContaining(rest) as unknown));
    expect(told(statusReport("", group, part))).toEqual(lines);
  });

  it("answers for another batch are set aside", () => {
    expect(told(statusReport(answerXml(one, "ACSC")).replace("<OrgnlPmtInfId>PC-1", "<OrgnlPmtInfId>PC-2"))).toEqual([
      "P1 setAside otherBatch",
    ]);
  });
});
