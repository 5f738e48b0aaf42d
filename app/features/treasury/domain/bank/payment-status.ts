import type { z } from "zod";
import { exactFen, type Fen } from "~/kernel/money";
import type { BankLine, LineStatus, ReadMessage, Rest, XmlTree } from "./bank-message";
import {
  amount,
  anything,
  element,
  firstProblem,
  identifier,
  instant,
  instantDay,
  oneOf,
  reference,
  several,
  text,
  words,
  type Problem,
} from "./iso-rules";
import { isAmbiguous, listOf, named, setAside, shown } from "./line-reading";

/**
 * External codes of ISO 20022 for the status of a payment (ExternalPaymentTransactionStatus1Code and
 * ExternalPaymentGroupStatus1Code), all that exist: settled, refused, or merely on the way.
 */
const statuses = [
  "ACCC",
  "ACCP",
  "ACFC",
  "ACIS",
  "ACPD",
  "ACSC",
  "ACSP",
  "ACTC",
  "ACWC",
  "ACWP",
  "BLCK",
  "CANC",
  "CPUC",
  "PART",
  "PATC",
  "PDNG",
  "PRES",
  "RCVD",
  "RJCT",
] as const;
const status = oneOf(statuses);
type Status = (typeof statuses)[number];

const reason = element({
  Orgtr: anything,
  Rsn: element({ Cd: words, Prtry: words }).optional(),
  AddtlInf: words,
});
const currencyAmount = element({
  InstdAmt: amount.optional(),
  EqvtAmt: element({ Amt: amount, CcyOfTrf: oneOf(["CNY"]) }).optional(),
});
const originalReference = element({
  IntrBkSttlmAmt: amount.optional(),
  Amt: currencyAmount.optional(),
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
  StsId: reference.optional(),
  OrgnlInstrId: reference.optional(),
  OrgnlEndToEndId: reference.optional(),
  OrgnlUETR: anything,
  TxSts: status,
  StsRsnInf: several(reason).optional(),
  ChrgsInf: anything,
  TrckrData: anything,
  AccptncDtTm: instantDay.optional(),
  PrcgDt: anything,
  FctvIntrBkSttlmDt: anything,
  AcctSvcrRef: reference.optional(),
  ClrSysRef: anything,
  OrgnlTxRef: originalReference.optional(),
  SplmtryData: anything,
});
const information = element({
  OrgnlPmtInfId: identifier,
  OrgnlNbOfTxs: anything,
  OrgnlCtrlSum: anything,
  PmtInfSts: anything,
  StsRsnInf: anything,
  NbOfTxsPerSts: anything,
  TxInfAndSts: several(anything).optional(),
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
    GrpSts: anything,
    StsRsnInf: anything,
    NbOfTxsPerSts: anything,
  }),
  OrgnlPmtInfAndSts: several(anything).optional(),
  SplmtryData: anything,
});
const schema = element({ Document: element({ "@xmlns": anything, CstmrPmtStsRpt: report }) });
const root = "Document/CstmrPmtStsRpt";

/**
 * Reads a pain.002.001 (customer payment status report). Its header is taken by the rules of the schema or the file is
 * refused; each answer is read by itself, and one that breaks the rules is set aside.
 */
export function readPaymentStatus(tree: XmlTree): ReadMessage {
  const read = schema.safeParse(tree);
  if (!read.success) return { ok: false, problem: firstProblem(read.error) };
  const { GrpHdr, OrgnlGrpInfAndSts: group, OrgnlPmtInfAndSts: parts = [] } = read.data.Document.CstmrPmtStsRpt;
  const batchNumber = group.OrgnlMsgId;
  const answers = parts.map((part, place) => partOf(part, `${root}/OrgnlPmtInfAndSts[${place + 1}]`, batchNumber));
  const own = answers.find(({ rest }) => rest !== null)?.rest ?? null;
  const whole = wholeOf(statedRest(group, group.GrpSts, `${root}/OrgnlGrpInfAndSts/GrpSts`), own);
  const lines = withoutContradictions(answers.flatMap((answer) => answer.lines));
  return {
    ok: true,
    message: {
      kind: "pain.002",
      messageId: GrpHdr.MsgId,
      batchNumber,
      rest: whole?.status === "setAside" ? null : whole,
      lines: whole?.problem
        ? [...lines, setAside({ ...reasonsOnly(whole), reference: batchNumber }, whole.problem)]
        : lines,
    },
  };
}

/** A transfer that a report calls both settled and refused is neither. */
function withoutContradictions(lines: readonly BankLine[]): BankLine[] {
  const named = (said: LineStatus) =>
    new Set(lines.filter(({ status }) => status === said).map(({ reference }) => reference));
  const [settled, refused] = [named("paid"), named("returned")];
  const problem = { path: `${root}/OrgnlPmtInfAndSts/TxInfAndSts/TxSts`, reason: "answersDiffer" };
  return lines.map((line) =>
    settled.has(line.reference) && refused.has(line.reference) ? setAside(line, problem) : line,
  );
}

/** The answers of one part, and what it says of all its transfers. */
function partOf(tree: unknown, path: string, batchNumber: string): { rest: Rest | null; lines: BankLine[] } {
  const read = information.safeParse(tree);
  const odd = read.success
    ? read.data.OrgnlPmtInfId === batchNumber
      ? null
      : { path: `${path}/OrgnlPmtInfId`, reason: "otherBatch" }
    : firstProblem(read.error, path);
  const items = read.success ? (read.data.TxInfAndSts ?? []) : listOf((tree as XmlTree | null)?.["TxInfAndSts"]);
  const lines = items.map((item, place) =>
    odd ? oddLine(item, odd) : lineOf(item, `${path}/TxInfAndSts[${place + 1}]`),
  );
  if (!read.success || odd)
    return { rest: null, lines: lines.length > 0 || !odd ? lines : [setAside({ reference: batchNumber }, odd)] };
  return { rest: statedRest(read.data, read.data.PmtInfSts, `${path}/PmtInfSts`), lines };
}

function oddLine(item: unknown, problem: Problem): BankLine {
  const { references, ...rest } = shown(item);
  return setAside({ ...rest, reference: named(references) }, problem);
}

function lineOf(item: unknown, path: string): BankLine {
  const read = transaction.safeParse(item);
  if (!read.success) return oddLine(item, firstProblem(read.error, path));
  const { OrgnlEndToEndId, OrgnlInstrId, OrgnlTxRef, TxSts, StsRsnInf, AccptncDtTm } = read.data;
  const sums = sumsOf(OrgnlTxRef);
  const line = {
    reference: named([OrgnlEndToEndId, OrgnlInstrId]),
    amountFen: sums[0] ?? null,
    ...reasonsOf(StsRsnInf),
    bookedOn: AccptncDtTm ?? null,
  };
  if (line.reference === "") return setAside(line, { path: `${path}/OrgnlEndToEndId`, reason: "missing" });
  if (isAmbiguous([OrgnlEndToEndId, OrgnlInstrId]))
    return setAside(line, { path: `${path}/OrgnlInstrId`, reason: "referencesDiffer" });
  if (new Set(sums).size > 1) return setAside(line, { path: `${path}/OrgnlTxRef`, reason: "amountsDiffer" });
  return { ...line, status: answerOf(TxSts) ?? "pending" };
}

function sumsOf(told: z.infer<typeof originalReference> | undefined): Fen[] {
  return [told?.Amt?.InstdAmt, told?.Amt?.EqvtAmt?.Amt, told?.IntrBkSttlmAmt].filter((sum) => sum !== undefined);
}

type Stated = { OrgnlNbOfTxs?: unknown; OrgnlCtrlSum?: unknown; StsRsnInf?: unknown };

/** What a status says of all transfers below it; null where it says nothing of them. */
function statedRest({ OrgnlNbOfTxs, OrgnlCtrlSum, StsRsnInf }: Stated, code: unknown, path: string): Rest | null {
  if (code === undefined) return null;
  const read = status.safeParse(code);
  const reasons = several(reason).safeParse(listOf(StsRsnInf));
  const common = {
    ...reasonsOf(reasons.success ? reasons.data : undefined),
    count: typeof OrgnlNbOfTxs === "string" && /^\d{1,15}$/.test(OrgnlNbOfTxs) ? Number(OrgnlNbOfTxs) : null,
    sumFen: typeof OrgnlCtrlSum === "string" ? exactFen(OrgnlCtrlSum) : null,
  };
  if (!read.success) return { ...common, status: "setAside", problem: firstProblem(read.error, path) };
  const said = answerOf(read.data);
  return said && { ...common, status: said };
}

/** The part's own status goes before the group's, unless one says paid where the other says returned. */
function wholeOf(group: Rest | null, part: Rest | null): Rest | null {
  if (!group || !part) return part ?? group;
  const isFinal = ({ status: said }: Rest) => said === "paid" || said === "returned";
  return isFinal(group) && isFinal(part) && group.status !== part.status
    ? { ...part, status: "setAside", problem: { path: `${root}/OrgnlGrpInfAndSts/GrpSts`, reason: "statusesDiffer" } }
    : part;
}

/** Settled is paid, refused or cancelled is returned; whatever lies between is under way. */
function answerOf(code: Status): LineStatus | null {
  if (code === "PART") return null;
  if (code === "ACSC" || code === "ACCC") return "paid";
  return code === "RJCT" || code === "CANC" ? "returned" : "pending";
}

function reasonsOf(reasons: z.infer<typeof reason>[] | undefined): Pick<BankLine, "reasonCode" | "reasonText"> {
  const codes = (reasons ?? []).flatMap(({ Rsn }) => Rsn?.Cd ?? Rsn?.Prtry ?? []);
  const told = (reasons ?? []).flatMap(({ AddtlInf }) => AddtlInf ?? []);
  return {
    reasonCode: codes.find((code) => code !== "NARR") ?? codes[0] ?? null,
    reasonText: told.join(" ").slice(0, 500) || null,
  };
}

function reasonsOnly({ reasonCode, reasonText }: Rest): Pick<BankLine, "reasonCode" | "reasonText"> {
  return { reasonCode, reasonText };
}
