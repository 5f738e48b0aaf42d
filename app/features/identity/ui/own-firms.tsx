import { Form, Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { DateTimeText } from "~/ui/date-text";
import { Tag } from "~/ui/tag";
import type { MembershipRole } from "~/access/permissions";

type Props = {
  firms: readonly { enterpriseId: string; enterpriseName: string; role: MembershipRole }[];
  active: string | null;
  claims: readonly { id: string; creditCode: string; createdAt: Date }[];
};

/** The firms a person works for, which of them now, and the requests that wait. */
export function OwnFirms({ firms, active, claims }: Props) {
  const { t } = useWords("identity");
  return (
    <section className="card mb-6">
      <h2>{t("account.firms")}</h2>
      {firms.length === 0 && (
        <p className="mt-2 text-muted">
          {t("account.noFirm")} <Link to="/register">{t("account.registerFirm")}</Link>
        </p>
      )}
      <ul className="divide-y divide-line">
        {firms.map((firm) => (
          <li key={firm.enterpriseId} className="flex flex-wrap items-center gap-3 py-3">
            <span className="mr-auto">
              {firm.enterpriseName}
              <span className="block text-sm text-muted">{t(`roles.${firm.role}`)}</span>
            </span>
            {firm.enterpriseId === active ? <Active owner={firm.role === "owner"} /> : <Switch firm={firm} />}
          </li>
        ))}
      </ul>
      {claims.length > 0 && <Waiting claims={claims} />}
    </section>
  );
}

function Active({ owner }: { owner: boolean }) {
  const { t } = useWords("identity");
  return (
    <>
      <Tag tone="good">{t("account.now")}</Tag>
      {owner && (
        <Link to="/firm/members" className="button button-secondary">
          {t("account.members")}
        </Link>
      )}
    </>
  );
}

function Switch({ firm }: { firm: Props["firms"][number] }) {
  const { t } = useWords("identity");
  return (
    <Form method="post" action="/switch-firm">
      <button name="enterpriseId" value={firm.enterpriseId} className="button button-secondary">
        {t("account.work")}
        <span className="sr-only"> {firm.enterpriseName}</span>
      </button>
    </Form>
  );
}

function Waiting({ claims }: Pick<Props, "claims">) {
  const { t } = useWords("identity");
  return (
    <>
      <h3 className="mt-4">{t("account.pending")}</h3>
      <ul>
        {claims.map((claim) => (
          <li key={claim.id}>
            <code>{claim.creditCode}</code> {t("account.pendingSince")} <DateTimeText at={claim.createdAt} />
          </li>
        ))}
      </ul>
    </>
  );
}
