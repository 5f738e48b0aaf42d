import type { mailNotice } from "~/features/notices/use-cases/mail-notice.server";
import type { Speak } from "~/i18n/translation";
import type { Env } from "~/platform/env.server";
import { transact } from "~/platform/db.server";
import type { AppContext } from "~/platform/context.server";
import { putPasswordLink } from "../adapters/password-link.repository.server";
import { findUser } from "../adapters/user.repository.server";
import { passwordLinkMs } from "../domain/password-link";
import { publicAddress } from "~/platform/public-address.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random"> & {
  mailer: Parameters<typeof mailNotice>[0]["mailer"];
  speak: Speak;
  env: Pick<Env, "PUBLIC_URL" | "PORT">;
};

/**
 * Mails an official the link by which the own password is set. The link is made here and stands nowhere but in the mail; a
 * later one takes the place of those before.
 */
export async function mailPasswordLink(process: Process, { userId }: { userId: string }): Promise<void> {
  const { prisma, clock, random, mailer, env, speak } = process;
  const user = await findUser(prisma, userId);
  if (!user?.email || user.disabledAt) return;
  const token = random.token(32);
  const now = clock.now();
  const link = { userId, createdAt: now, expiresAt: new Date(now.getTime() + passwordLinkMs) };
  await transact(prisma, (tx) => putPasswordLink(tx, token, link));
  const { t } = await speak(user.locale === "en" ? "en" : "zh");
  const base = publicAddress(env);
  await mailer.send({
    id: random.uuid(),
    to: user.email,
    date: now,
    subject: t("passwordLink.subject", { ns: "identity" }),
    text: [
      t("mail.greeting", { ns: "notices", name: user.displayName }),
      t("passwordLink.text", { ns: "identity", loginName: user.loginName }),
      new URL(`/set-password/${token}`, base).href,
      t("mail.footer", { ns: "notices" }),
    ].join("\n\n"),
  });
}
