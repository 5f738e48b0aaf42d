import type { CasePayment, CaseRecord } from "~/features/redemption/domain/case-record";
import { formatYuan } from "~/kernel/money";
import { shanghaiDay } from "~/kernel/plain-date";
import { capitalAmount } from "~/kernel/capital-amount";
import { chineseDate } from "./chinese-date";
import { officialPaper, paragraph, type Letterhead } from "./letterhead";
import type { Paper } from "./paper";
import { basis, numberName } from "./phrases";

/** 拨付通知书: what was paid, for what, to which account, when. */
export function paymentPaper(record: CaseRecord, { amountFen, paidAt, account }: CasePayment, head: Letterhead): Paper {
  const { item } = record;
  return officialPaper(head, "惠企政策资金拨付通知书", [
    { kind: "addressee", text: `${record.firm.name}：` },
    paragraph(`依据${basis(item)}，你单位“${item.title}”支持资金已经拨付，有关情况通知如下。`),
    {
      kind: "fields",
      rows: [
        [numberName(record), `${record.number}（${record.rewardedYear ?? record.year}年度）`],
        ["拨付金额（大写）", `人民币${capitalAmount(amountFen)}`],
        ["拨付金额（小写）", `¥${formatYuan(amountFen)}`],
        ...(item.beneficiary
          ? [["支付对象", `${item.beneficiary.zh}（按政策规定不支付给申报企业）`] as [string, string]]
          : []),
        ["收款户名", account?.holder ?? ""],
        ["开户银行和账号", account ? `${account.bankName}，尾号${account.lastFour}` : ""],
        ["拨付日期", paidAt ? chineseDate(shanghaiDay(paidAt)) : ""],
      ],
    },
    { kind: "blank" },
    paragraph(
      "请核对到账情况，并按政策规定的用途使用资金，妥善保存有关凭证。数额与实际到账不符的，请及时通过平台反映。",
    ),
  ]);
}
