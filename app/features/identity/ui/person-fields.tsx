import { useWords } from "~/i18n/use-words";
import { TextField, type FieldErrors } from "~/ui/form";

type Props = { errors: FieldErrors; values: Readonly<Record<string, string>> };

/** Name, login name, e-mail and password of a new account. */
export function PersonFields({ errors, values }: Props) {
  const { t } = useWords("identity");
  const at = (name: "displayName" | "loginName" | "email" | "password") => ({
    name,
    label: t(`register.${name}`),
    error: errors[name],
    value: values[name],
  });
  return (
    <>
      <TextField {...at("displayName")} autoComplete="name" />
      <TextField {...at("loginName")} hint={t("register.loginNameHint")} autoComplete="username" />
      <TextField {...at("email")} type="email" hint={t("register.emailHint")} optional autoComplete="email" />
      <TextField {...at("password")} type="password" hint={t("register.passwordHint")} autoComplete="new-password" />
    </>
  );
}
