import type { z } from "zod";
import type { BankLine, ReadMessage, XmlTree } from "./bank-message";
import { amount, anything, code, element, firstProblem, identifier, instant, oneOf, several, text } from "./iso-rules";

/** External payment status codes a bank answers a transfer with. */
const statuses = [
  "ACCC",
  "ACCP",
  "ACFC",
  "ACSC",
  "ACSP",
  "ACTC",
  "ACWC",
  "ACWP",
  "CANC",
  "PART",
  "PATC",
  "PDNG",
  "RCVD",
  "RJCT",
] as const;
type Status = (typeof statuses)[number];

const reason = element({
  Orgtr: anything,
  Rsn: element({ Cd: code.optional(), Prtry: identifier.optional() }).optional(),
  AddtlInf: several(text(105)).optional(),
});
const originalReference = element({
  IntrBkSttlmAmt: anything,
  Amt: element({ InstdAmt: amount.optional(), EqvtAmt: anything }).optional(),
  IntrBkSttlmDt: anything,
  ReqdColltnDt: anything,
  ReqdExctnDt: anything,
  CdtrSchmeId: anything,
  SttlmInf: anything,
  PmtTpInf: anything,
  PmtMtd: anything,
  MndtRltdInf: anything,
  RmtInf: anything,
  UltmtDbtr: anything,
  Dbtr: anything,
  DbtrAcct: anything,
  DbtrAgt: anything,
  DbtrAgtAcct: anything,
  CdtrAgt: anything,
  CdtrAgtAcct: anything,
  Cdtr: anything,
  CdtrAcct: anything,
  UltmtCdtr: anything,
  Purp: anything,
});
const transaction = element({
  StsId: identifier.optional(),
  OrgnlInstrId: identifier.optional(),
  OrgnlEndToEndId: identifier,
  OrgnlUETR: anything,
  TxSts: oneOf(statuses),
  StsRsnInf: several(reason).optional(),
  ChrgsInf: anything,
  TrckrData: anything,
  AccptncDtTm: instant.optional(),
  PrcgDt: anything,
  FctvIntrBkSttlmDt: anything,
  AcctSvcrRef: identifier.optional(),
  ClrSysRef: anything,
  OrgnlTxRef: originalReference.optional(),
  SplmtryData: anything,
});
const information = element({
  OrgnlPmtInfId: identifier,
  OrgnlNbOfTxs: anything,
  OrgnlCtrlSum: anything,
  PmtInfSts: oneOf(statuses).optional(),
  StsRsnInf: several(reason).optional(),
  NbOfTxsPerSts: anything,
  TxInfAndSts: several(transaction).optional(),
});
const report = element({
  GrpHdr: element({
    MsgId: identifier,
    CreDtTm: instant,
    InitgPty: anything,
    FwdgAgt: anything,
    DbtrAgt: anything,
    CdtrAgt: anything,
    OrgnlBizQry: anything,
  }),
  OrgnlGrpInfAndSts: element({
    OrgnlMsgId: identifier,
    OrgnlMsgNmId: text(35).regex(/^pain\.001/, { error: "otherMessage" }),
    OrgnlCreDtTm: anything,
    OrgnlNbOfTxs: anything,
    OrgnlCtrlSum: anything,
    GrpSts: oneOf(statuses).optional(),
    StsRsnInf: several(reason).optional(),
    NbOfTxsPerSts: anything,
  }),
  OrgnlPmtInfAndSts: several(information).optional(),
  SplmtryData: anything,
});
const schema = element({ Document: element({ "@xmlns": anything, CstmrPmtStsRpt: report }) });

/** Reads a pain.002.001 (customer payment status report) by the rules of its schema; on any problem nothing is read. */
export function readPaymentStatus(tree: XmlTree): ReadMessage {
  const read = schema.safeParse(tree);
  if (!read.success) return { ok: false, problem: firstProblem(read.error) };
  const { GrpHdr, OrgnlGrpInfAndSts: group, OrgnlPmtInfAndSts: parts = [] } = read.data.Document.CstmrPmtStsRpt;
  const other = parts.findIndex((part) => part.OrgnlPmtInfId !== group.OrgnlMsgId);
  if (other >= 0)
    return {
      ok: false,
      problem: { path: `Document/CstmrPmtStsRpt/OrgnlPmtInfAndSts[${other + 1}]/OrgnlPmtInfId`, reason: "otherBatch" },
    };
  const whole = parts.find((part) => part.PmtInfSts)?.PmtInfSts ?? group.GrpSts;
  const said = answerOf(whole);
  return {
    ok: true,
    message: {
      kind: "pain.002",
      messageId: GrpHdr.MsgId,
      batchNumber: group.OrgnlMsgId,
      rest:
        said && said !== "pending"
          ? { status: said, ...reasonsOf(parts.find((part) => part.StsRsnInf)?.StsRsnInf ?? group.StsRsnInf) }
          : null,
      lines: parts.flatMap((part) => (part.TxInfAndSts ?? []).map(lineOf)),
    },
  };
}

function lineOf(item: z.infer<typeof transaction>): BankLine {
  return {
    reference: item.OrgnlEndToEndId,
    amountFen: item.OrgnlTxRef?.Amt?.InstdAmt ?? null,
    status: answerOf(item.TxSts) ?? "pending",
    ...reasonsOf(item.StsRsnInf),
    bookedOn: item.AccptncDtTm?.slice(0, 10) ?? null,
  };
}

/** Settled is paid, refused or cancelled is returned; whatever lies between is under way. */
function answerOf(status: Status | undefined): BankLine["status"] | null {
  if (status === undefined || status === "PART") return null;
  if (status === "ACSC" || status === "ACCC") return "paid";
  return status === "RJCT" || status === "CANC" ? "returned" : "pending";
}

function reasonsOf(reasons: z.infer<typeof reason>[] | undefined): Pick<BankLine, "reasonCode" | "reasonText"> {
  const first = reasons?.[0];
  return { reasonCode: first?.Rsn?.Cd ?? first?.Rsn?.Prtry ?? null, reasonText: first?.AddtlInf?.join(" ") ?? null };
}
