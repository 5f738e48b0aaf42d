import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { useLanguage } from "~/i18n/use-language";
import { DateTimeText } from "~/ui/date-text";
import { Tag } from "~/ui/tag";
import { spokenParams, type NoticeParams } from "../domain/notice-params";

type Props = { notice: { id: string; kind: string; params: NoticeParams; createdAt: Date; read: boolean } };

/** One notice with its reason; opening it marks it as read. */
export function NoticeCard({ notice }: Props) {
  const { t } = useWords("notices");
  const words = spokenParams(notice.params, { language: useLanguage(), unstated: t("unstated"), say: t });
  const title = t(`${notice.kind}.title`, { ...words, defaultValue: t("unknown.title") });
  return (
    <li className={`card ${notice.read ? "" : "border-l-4 border-l-brand-600"}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-base">{title}</h2>
        {!notice.read && <Tag tone="info">{t("page.new")}</Tag>}
        <span className="text-sm text-muted sm:ml-auto">
          <DateTimeText at={notice.createdAt} />
        </span>
      </div>
      <p className="mt-1">{t(`${notice.kind}.text`, { ...words, defaultValue: t("unknown.text") })}</p>
      <Form method="post" className="mt-2 flex gap-2">
        <input type="hidden" name="id" value={notice.id} />
        <button name="intent" value="open" className="button button-secondary">
          {t("page.open")}
          <span className="sr-only"> {title}</span>
        </button>
        {!notice.read && (
          <button name="intent" value="mark" className="button button-quiet">
            {t("page.mark")}
            <span className="sr-only"> {title}</span>
          </button>
        )}
      </Form>
    </li>
  );
}
