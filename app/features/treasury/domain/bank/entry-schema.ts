import { z } from "zod";
import { moneyParts } from "./entry-amounts";
import { businessCode } from "./entry-meaning";
import { amount, anything, dayOrInstant, element, flag, oneOf, reference, several, words } from "./iso-rules";

const side = oneOf(["CRDT", "DBIT"]);
const returned = element({
  OrgnlBkTxCd: anything,
  Orgtr: anything,
  Rsn: element({ Cd: words, Prtry: words }).optional(),
  AddtlInf: words,
});
const references = element({
  MsgId: reference.optional(),
  AcctSvcrRef: reference.optional(),
  PmtInfId: reference.optional(),
  InstrId: reference.optional(),
  EndToEndId: reference.optional(),
  UETR: anything,
  TxId: reference.optional(),
  MndtId: anything,
  ChqNb: anything,
  ClrSysRef: anything,
  AcctOwnrTxId: reference.optional(),
  AcctSvcrTxId: anything,
  MktInfrstrctrTxId: anything,
  PrcgId: anything,
  Prtry: anything,
});

/** What the sum of an entry rests on; read before the rest, since an entry is counted whole or not at all. */
export const moneyOfTransaction = z.looseObject({
  Amt: amount.optional(),
  CdtDbtInd: side.optional(),
  ...moneyParts,
});
/** A transaction of an entry (EntryTransaction10 and later). */
export const transaction = element({
  Refs: z.union([references, z.literal("").transform(() => undefined)]).optional(),
  Amt: anything,
  CdtDbtInd: anything,
  AmtDtls: anything,
  Avlbty: anything,
  BkTxCd: businessCode,
  Chrgs: anything,
  Intrst: anything,
  RltdPties: anything,
  RltdAgts: anything,
  LclInstrm: anything,
  PmtTpInf: anything,
  Purp: anything,
  RltdRmtInf: anything,
  RmtInf: anything,
  RltdDts: anything,
  RltdPric: anything,
  RltdQties: anything,
  FinInstrmId: anything,
  Tax: anything,
  RtrInf: z
    .union([returned, z.literal("").transform((): z.infer<typeof returned> => ({ Rsn: undefined, AddtlInf: null }))])
    .optional(),
  CorpActn: anything,
  SfkpgAcct: anything,
  CshDpst: anything,
  CardTx: anything,
  AddtlTxInf: words,
  SplmtryData: anything,
});
const batch = element({
  MsgId: reference.optional(),
  PmtInfId: reference.optional(),
  NbOfTxs: z
    .string()
    .regex(/^\d{1,15}$/, { error: "count" })
    .transform(Number)
    .optional(),
  TtlAmt: amount.optional(),
  CdtDbtInd: side.optional(),
});
/** An entry (ReportEntry10 and later). */
export const entry = element({
  NtryRef: reference.optional(),
  Amt: amount,
  CdtDbtInd: side,
  RvslInd: flag.optional(),
  Sts: element({ Cd: oneOf(["BOOK", "PDNG", "INFO", "FUTR"]) }),
  BookgDt: dayOrInstant.optional(),
  ValDt: anything,
  AcctSvcrRef: reference.optional(),
  Avlbty: anything,
  BkTxCd: businessCode,
  ComssnWvrInd: anything,
  AddtlInfInd: anything,
  ...moneyParts,
  TechInptChanl: anything,
  Intrst: anything,
  CardTx: anything,
  NtryDtls: several(
    z.union([
      element({ Btch: batch.optional(), TxDtls: several(anything).optional() }),
      z.literal("").transform((): { Btch?: undefined; TxDtls?: undefined } => ({})),
    ]),
  ).optional(),
  AddtlNtryInf: words,
});

export type Entry = z.infer<typeof entry>;
export type Transaction = z.infer<typeof transaction>;
export type TransactionMoney = z.infer<typeof moneyOfTransaction>;
