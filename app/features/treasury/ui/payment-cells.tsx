import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { TermDay } from "~/features/calendar/ui/term-day";
import { maskedAccount } from "~/kernel/bank-account";
import { LatenessTag } from "~/features/calendar/ui/lateness-tag";
import { formatYuan } from "~/kernel/money";
import { shanghaiDay } from "~/kernel/plain-date";
import { DateText } from "~/ui/date-text";
import { Money } from "~/ui/money";
import { Tag } from "~/ui/tag";
import type { ShownPayment } from "../use-cases/read-payments.server";

/** The firm, and the case as the treasury may see it. */
export function PaidCase({ row }: { row: ShownPayment }) {
  const { t } = useWords("redemption");
  return (
    <div>
      {row.firm}
      {row.part !== null && <Tag tone="info">{t("instalments.part", { number: row.part })}</Tag>}
      <br />
      <Link to={`/finance/cases/${row.applicationId}`} className="inline-flex min-h-11 items-center">
        {row.number}
      </Link>
    </div>
  );
}

/** Since when a payment waits, and until when it has to be made. */
export function PaymentTerm({ row: { createdAt, dueOn, lateness } }: { row: ShownPayment }) {
  const { t } = useWords("funds");
  return (
    <div>
      {dueOn && <TermDay day={dueOn} />}
      {lateness && (
        <div>
          <LatenessTag lateness={lateness} />
        </div>
      )}
      <p className="text-sm text-muted">{t("payments.since", { day: shanghaiDay(createdAt) })}</p>
    </div>
  );
}

/** Who approved what is paid. */
export function Approver({ row: { approver, decidedOn } }: { row: ShownPayment }) {
  const { t } = useWords("funds");
  return (
    <div>
      {approver ?? t("payments.noApprover")}
      {decidedOn && (
        <p className="text-sm text-muted">
          <DateText day={decidedOn} />
        </p>
      )}
    </div>
  );
}

/** Where a payment goes, and what its releaser should notice. */
export function PayeeAccount({ row }: { row: ShownPayment }) {
  const { t } = useWords("funds");
  return (
    <div>
      {row.holder}
      <br />
      {row.bankName} {row.lastFour === null ? t("payments.noAccount") : maskedAccount(row.lastFour)}
      {row.accountChangedAt && (
        <div>
          <Tag tone="warn">{t("payments.changed")}</Tag>
        </div>
      )}
      {row.isAgain && (
        <div>
          <Tag tone="info">{t("payments.again")}</Tag>
        </div>
      )}
    </div>
  );
}

/** What the bank transfers, and what was deducted before. */
export function PaymentSum({ row }: { row: ShownPayment }) {
  const { t } = useWords("funds");
  return (
    <>
      <Money fen={row.amountFen} />
      {row.deductedFen > 0n && (
        <p className="text-sm text-muted">{t("payments.deducted", { sum: formatYuan(row.deductedFen) })}</p>
      )}
    </>
  );
}
