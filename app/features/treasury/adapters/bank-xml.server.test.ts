import { describe, expect, it } from "vitest";
import { referenceOf } from "~/features/funds/domain/payment-reference";
import { debitCreditXml, paymentStatusXml } from "../testing/bank-files";
import { readBankXml } from "./bank-xml.server";

const first = "01900000-0000-7000-8000-000000000001";
const second = "01900000-0000-7000-8000-000000000002";
const status = paymentStatusXml("M-1", "PC-1", [
  { paymentId: first, status: "ACSC", fen: 12_345n },
  { paymentId: second, status: "RJCT", code: "AC04", why: "账户已销户" },
]);
const notice = debitCreditXml("N-1", [
  { reference: referenceOf(first), fen: 12_345n, side: "DBIT" },
  { reference: referenceOf(second), fen: 5n, side: "CRDT", returnCode: "AC01" },
  { reference: "R1", fen: 7n, side: "CRDT" },
]);

const problemOf = (xml: string) => {
  const read = readBankXml(xml);
  return read.ok ? null : `${read.problem.path}: ${read.problem.reason}`;
};

describe("pain.002", () => {
  it("is read line by line", () => {
    expect(readBankXml(status)).toEqual({
      ok: true,
      message: {
        kind: "pain.002",
        messageId: "M-1",
        batchNumber: "PC-1",
        rest: null,
        lines: [
          {
            reference: referenceOf(first),
            amountFen: 12_345n,
            status: "paid",
            reasonCode: null,
            reasonText: null,
            bookedOn: null,
          },
          {
            reference: referenceOf(second),
            amountFen: null,
            status: "returned",
            reasonCode: "AC04",
            reasonText: "账户已销户",
            bookedOn: null,
          },
        ],
      },
    });
  });

  it("may answer for the whole batch", () => {
    expect(readBankXml(paymentStatusXml("M-2", "PC-1", [], "ACSC"))).toMatchObject({
      ok: true,
      message: { rest: { status: "paid" }, lines: [] },
    });
    expect(readBankXml(paymentStatusXml("M-2", "PC-1", [], "RJCT"))).toMatchObject({
      ok: true,
      message: { rest: { status: "returned" } },
    });
    expect(readBankXml(paymentStatusXml("M-2", "PC-1", [], "PART"))).toMatchObject({
      ok: true,
      message: { rest: null },
    });
  });

  it("may carry a prefix for its namespace", () => {
    const prefixed = status.replace(/<(\/?)([A-Z])/g, "<$1p:$2").replace("xmlns=", "xmlns:p=");
    expect(readBankXml(prefixed)).toEqual(readBankXml(status));
  });
});

describe("camt.054", () => {
  it("tells payments made, payments that came back, and money received", () => {
    const read = readBankXml(notice);
    expect(
      read.ok &&
        read.message.lines.map(({ reference, status: said, amountFen, reasonCode, bookedOn }) => [
          reference,
          said,
          amountFen,
          reasonCode,
          bookedOn,
        ]),
    ).toEqual([
      [referenceOf(first), "paid", 12_345n, null, "2026-11-26"],
      [referenceOf(second), "returned", 5n, "AC01", "2026-11-26"],
      ["R1", "received", 7n, null, "2026-11-26"],
    ]);
  });

  it("counts what is booked alone", () => {
    const read = readBankXml(debitCreditXml("N-2", [{ reference: "R1", fen: 1n, side: "DBIT", status: "PDNG" }]));
    expect(read.ok && read.message.lines[0]?.status).toBe("pending");
  });
});

describe("a file that breaks the rules is refused whole, with place and reason", () => {
  const report = "Document/CstmrPmtStsRpt";
  it.each([
    [
      "an envelope around the message",
      `<BizMsgEnvlp>${notice.slice(notice.indexOf("<Document"))}</BizMsgEnvlp>`,
      "BizMsgEnvlp: otherMessage",
    ],
    ["no XML", "<Document", "1:1: notXml"],
    ["another message", status.replaceAll("pain.002.001.10", "pain.008.001.02"), "Document/@xmlns: otherMessage"],
    ["an unknown version", status.replaceAll("pain.002.001.10", "pain.002.001.99"), "Document/@xmlns: otherMessage"],
    [
      "a document type",
      status.replace("<Document", '<!DOCTYPE x [<!ENTITY y "z">]><Document'),
      "Document: documentType",
    ],
    ["no message id", status.replace("<MsgId>M-1</MsgId>", ""), `${report}/GrpHdr/MsgId: missing`],
    ["a message id of 36 characters", status.replace("M-1", "x".repeat(36)), `${report}/GrpHdr/MsgId: tooLong`],
    ["an empty message id", status.replace("M-1", ""), `${report}/GrpHdr/MsgId: empty`],
    ["no instant", status.replace("2026-11-25T09:00:00+08:00", "yesterday"), `${report}/GrpHdr/CreDtTm: instant`],
    [
      "parts out of order",
      status.replace(/(<MsgId>.*?<\/MsgId>)(<CreDtTm>.*?<\/CreDtTm>)/, "$2$1"),
      `${report}/GrpHdr/MsgId: order`,
    ],
    [
      "an answer to something else",
      status.replace("pain.001.001.09", "pain.008.001.08"),
      `${report}/OrgnlGrpInfAndSts/OrgnlMsgNmId: otherMessage`,
    ],
    ["no account", notice.replace(/<Acct>.*?<\/Acct>/, ""), "Document/BkToCstmrDbtCdtNtfctn/Ntfctn[1]/Acct: missing"],
  ])("%s", (_name, xml, problem) => expect(problemOf(xml)).toBe(problem));
});
