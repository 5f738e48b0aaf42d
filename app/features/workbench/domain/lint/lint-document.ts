import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { isInForce } from "~/features/policies/domain/validity";
import type { PlainDate } from "~/kernel/plain-date";
import type { Finding } from "./finding";

type Found = Omit<Finding, "itemId">;

/** A number of another year than the document, and a return of tax that is shown as in force. */
export function lintDocument(item: PolicyItem, today: PlainDate): Found[] {
  return [...numberOfYear(item.document), ...taxReturned(item, today)];
}

/** 财税〔2018〕55号 is of 2018. */
function numberOfYear({ number, issuedOn }: PolicyItem["document"]): Found[] {
  const year = /[〔［[（(](\d{4})[〕］\])）]/.exec(number ?? "")?.[1];
  if (!number || !year || issuedOn === null || issuedOn.startsWith(year)) return [];
  return [{ code: "numberOfYear", path: "/document/number", values: { words: number, day: issuedOn } }];
}

const returned =
  /(?:实得财力|地方(?:财政)?留[成存]|(?:地方|财力)贡献|税收留[成存])[^。；，]{0,16}(?:奖|返还|扶持|补)|税收返还|(?:增值税|所得税)[^。；，]{0,8}(?:返还|奖励)/;
const byLaw = /即征即退|先征后[退返]|退税|留抵|出口退/;

/**
 * What firms paid in tax given back to them by a place: 公平竞争审查条例第十条 and 国务院关于规范税收优惠的规定 allow none without a law or
 * the State Council, so that none may be shown as in force.
 */
function taxReturned(item: PolicyItem, today: PlainDate): Found[] {
  const text = `${item.title}。${item.summary}`;
  const words = returned.exec(text)?.[0];
  if (item.level === "national" || words === undefined || byLaw.test(text) || !isInForce(item, today)) return [];
  return [{ code: "taxReturned", path: "/summary", values: { words } }];
}
