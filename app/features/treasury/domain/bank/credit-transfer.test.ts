import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { paymentIdOf, referenceOf } from "~/features/funds/domain/payment-reference";
import { creditTransferNamespace, creditTransferXml, type TransferOrder } from "./credit-transfer";

const id = "01900000-0000-7000-8000-0000000000ab";
const order: TransferOrder = {
  batchNumber: "PC-20261124-0001",
  createdAt: new Date("2026-11-24T02:03:04.567Z"),
  requestedOn: "2026-11-25",
  debtor: { name: "马鞍山市财政局", account: "340500-TREASURY", bankName: "示例银行" },
  transfers: [
    {
      paymentId: id,
      amountFen: 38_500_000n,
      holder: '甲<乙>&"丙"有限公司',
      bankName: "示例银行",
      accountNumber: "340500001234",
      remittance: "HQT-1 技改补助",
    },
    {
      paymentId: "01900000-0000-7000-8000-0000000000ac",
      amountFen: 5n,
      holder: "示例二号有限公司",
      bankName: "示例银行",
      accountNumber: "340500005678",
      remittance: "HQT-2",
    },
  ],
};
const parse = (xml: string) =>
  new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    parseTagValue: false,
    ignoreDeclaration: true,
  }).parse(xml).Document;

describe("pain.001.001.09", () => {
  it("has the parts, counts and sums of the standard in its order", () => {
    const document = parse(creditTransferXml(order));
    expect(document["@xmlns"]).toBe(creditTransferNamespace);
    const { GrpHdr, PmtInf } = document.CstmrCdtTrfInitn;
    expect(GrpHdr).toEqual({
      MsgId: "PC-20261124-0001",
      CreDtTm: "2026-11-24T02:03:04Z",
      NbOfTxs: "2",
      CtrlSum: "385000.05",
      InitgPty: { Nm: "马鞍山市财政局" },
    });
    expect(Object.keys(PmtInf)).toEqual([
      "PmtInfId",
      "PmtMtd",
      "NbOfTxs",
      "CtrlSum",
      "ReqdExctnDt",
      "Dbtr",
      "DbtrAcct",
      "DbtrAgt",
      "CdtTrfTxInf",
    ]);
    expect(PmtInf).toMatchObject({ PmtMtd: "TRF", CtrlSum: "385000.05", ReqdExctnDt: { Dt: "2026-11-25" } });
    expect(Object.keys(PmtInf.CdtTrfTxInf[0])).toEqual([
      "PmtId",
      "Amt",
      "CdtrAgt",
      "Cdtr",
      "CdtrAcct",
      "Purp",
      "RmtInf",
    ]);
    expect(PmtInf.CdtTrfTxInf[0]).toMatchObject({
      PmtId: { EndToEndId: referenceOf(id) },
      Amt: { InstdAmt: { "@Ccy": "CNY", "#text": "385000.00" } },
      Cdtr: { Nm: '甲<乙>&"丙"有限公司' },
      CdtrAcct: { Id: { Othr: { Id: "340500001234" } } },
    });
    expect(PmtInf.CdtTrfTxInf[1].Amt.InstdAmt["#text"]).toBe("0.05");
  });

  it("is well-formed whatever a firm is called, and cut to the standard's lengths", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (holder) => {
        const xml = creditTransferXml({
          ...order,
          transfers: [
            {
              paymentId: id,
              amountFen: 1n,
              holder: `示例${holder}`,
              bankName: holder || "x",
              accountNumber: "1",
              remittance: holder || "x",
            },
          ],
        });
        expect(XMLValidator.validate(xml)).toBe(true);
        expect([...String(parse(xml).CstmrCdtTrfInitn.PmtInf.CdtTrfTxInf.Cdtr.Nm)].length).toBeLessThanOrEqual(140);
      }),
    );
  });

  it("orders nothing without transfers, without a sum, or with identifiers the standard has no room for", () => {
    expect(() => creditTransferXml({ ...order, transfers: [] })).toThrow(RangeError);
    const [first] = order.transfers;
    if (!first) throw new Error("no transfer");
    expect(() => creditTransferXml({ ...order, transfers: [{ ...first, amountFen: 0n }] })).toThrow(RangeError);
    expect(() => creditTransferXml({ ...order, batchNumber: "x".repeat(36) })).toThrow(RangeError);
  });

  it("names payments in 32 characters that lead back", () => {
    expect(referenceOf(id)).toHaveLength(32);
    expect(paymentIdOf(referenceOf(id))).toBe(id);
    expect(paymentIdOf("NOTPROVIDED")).toBeNull();
  });
});
