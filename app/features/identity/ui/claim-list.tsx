import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { DateTimeText } from "~/ui/date-text";
import { membershipRoles } from "~/access/permissions";
import { RowSelect, RowText } from "./row-fields";

type Claim = {
  id: string;
  displayName: string;
  loginName: string;
  statement: string;
  createdAt: Date;
  enterprise: { name: string; creditCode: string };
};
type Problem = { id: string; errors: Readonly<Record<string, string>> } | null;

/** Requests to join with the ways to decide them; `withFirm` names the firm. */
export function ClaimList({
  claims,
  withFirm,
  problem,
}: {
  claims: readonly Claim[];
  withFirm: boolean;
  problem: Problem;
}) {
  return (
    <ul className="space-y-4">
      {claims.map((claim) => (
        <ClaimCard
          key={claim.id}
          claim={claim}
          withFirm={withFirm}
          errors={problem?.id === claim.id ? problem.errors : {}}
        />
      ))}
    </ul>
  );
}

function ClaimCard({
  claim,
  withFirm,
  errors,
}: {
  claim: Claim;
  withFirm: boolean;
  errors: Readonly<Record<string, string>>;
}) {
  const { t } = useWords("identity");
  return (
    <li className="card">
      <h3>
        {claim.displayName} <span className="font-normal text-muted">{claim.loginName}</span>
      </h3>
      {withFirm && (
        <p>
          {claim.enterprise.name} <code className="text-sm">{claim.enterprise.creditCode}</code>
        </p>
      )}
      <p className="my-2 whitespace-pre-line">{claim.statement}</p>
      <p className="mb-4 text-sm text-muted">
        {t("claims.since")} <DateTimeText at={claim.createdAt} />
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <GrantForm claim={claim} />
        <RefuseForm claim={claim} error={errors["reason"]} />
      </div>
    </li>
  );
}

function GrantForm({ claim }: { claim: Claim }) {
  const { t } = useWords("identity");
  const roles = membershipRoles.map((role) => ({ value: role, label: t(`roles.${role}`) }));
  return (
    <Form method="post">
      <input type="hidden" name="id" value={claim.id} />
      <input type="hidden" name="decision" value="grant" />
      <RowSelect name="role" label={t("members.grantRole")} value="viewer" options={roles} />
      <button name="intent" value="claim" className="button button-primary">
        {t("members.grant")}
        <span className="sr-only"> {claim.displayName}</span>
      </button>
    </Form>
  );
}

function RefuseForm({ claim, error }: { claim: Claim; error: string | undefined }) {
  const { t } = useWords("identity");
  return (
    <Form method="post">
      <input type="hidden" name="id" value={claim.id} />
      <input type="hidden" name="decision" value="refuse" />
      <RowText name="reason" label={t("members.reason")} error={error} />
      <button name="intent" value="claim" className="button button-danger">
        {t("members.refuse")}
        <span className="sr-only"> {claim.displayName}</span>
      </button>
    </Form>
  );
}
