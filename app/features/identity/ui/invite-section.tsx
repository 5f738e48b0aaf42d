import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { Alert } from "~/ui/alert";
import { DateTimeText } from "~/ui/date-text";
import { SubmitButton, TextField, type FormAnswer } from "~/ui/form";
import { SelectField } from "~/ui/choice-fields";
import { membershipRoles, type MembershipRole } from "~/access/permissions";

type Props = {
  invitations: readonly { id: string; role: MembershipRole; note: string | null; expiresAt: Date }[];
  link: string | null;
  answer: FormAnswer | null;
};

/** Makes an invitation link, shows it once, and lists those that nobody has used. */
export function InviteSection({ invitations, link, answer }: Props) {
  const { t } = useWords("identity");
  const roles = membershipRoles.map((role) => ({ value: role, label: t(`roles.${role}`) }));
  return (
    <section className="card mt-6" aria-labelledby="invite">
      <h2 id="invite" className="mb-4">
        {t("members.invite")}
      </h2>
      {link && (
        <Alert tone="good" title={t("members.link")}>
          <p>{t("members.copy")}</p>
          <p>
            <code className="select-all break-all">{link}</code>
          </p>
        </Alert>
      )}
      <Form method="post" noValidate>
        <SelectField
          name="role"
          label={t("members.inviteRole")}
          value={answer?.values["role"] ?? "operator"}
          options={roles}
          error={answer?.errors["role"]}
        />
        <TextField
          name="note"
          label={t("members.note")}
          hint={t("members.noteHint")}
          value={answer?.values["note"]}
          error={answer?.errors["note"]}
          optional
        />
        <SubmitButton name="intent" value="invite">
          {t("members.create")}
        </SubmitButton>
      </Form>
      {invitations.length > 0 && <Pending invitations={invitations} />}
    </section>
  );
}

function Pending({ invitations }: Pick<Props, "invitations">) {
  const { t } = useWords("identity");
  return (
    <>
      <h3 className="mt-6">{t("members.pending")}</h3>
      <ul className="divide-y divide-line">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex flex-wrap items-center gap-3 py-2">
            <span className="mr-auto">
              {t(`roles.${invitation.role}`)} {invitation.note}{" "}
              <span className="text-sm text-muted">
                {t("members.expires")} <DateTimeText at={invitation.expiresAt} />
              </span>
            </span>
            <Form method="post">
              <input type="hidden" name="id" value={invitation.id} />
              <button name="intent" value="revoke" className="button button-danger">
                {t("members.revoke")}
                <span className="sr-only"> {invitation.note}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </>
  );
}
