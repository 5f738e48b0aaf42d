import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import { useSay } from "~/i18n/use-language";
import type { Bilingual } from "~/kernel/bilingual";
import { Chip, Tag } from "~/ui/tag";

export type ItemSummary = {
  id: string;
  title: Bilingual;
  summary: Bilingual | null;
  level: string;
  theme: Bilingual;
  department: Bilingual;
  support: string;
  mode: string;
  /** fictitious, of the demonstration zone */
  demo: boolean;
};

/** One item in a list, with its summary where there is one; `aside` carries what it means to the firm, `children` what else is to say. */
export function ItemCard({
  item,
  to,
  aside,
  children,
}: {
  item: ItemSummary;
  to: string;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useWords(["common", "policies"]);
  const say = useSay();
  return (
    <li className="card flex flex-wrap gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="text-[1.0625rem]">
          <Link to={to} data-names>
            {say(item.title)}
          </Link>
        </h2>
        {item.summary && <p className="mt-1">{say(item.summary)}</p>}
        <p className="mt-2 flex flex-wrap gap-2">
          {item.demo && <Tag tone="info">{t("validity.demo", { ns: "policies" })}</Tag>}
          <Chip>{t(`level.${item.level}`)}</Chip>
          <Chip>{say(item.theme)}</Chip>
          <Chip>{t(`support.${item.support}`)}</Chip>
          <Chip>{t(`mode.${item.mode}`, { ns: "policies" })}</Chip>
          <span className="text-sm text-muted">{say(item.department)}</span>
        </p>
        {children && <div className="mt-3">{children}</div>}
      </div>
      {aside && <div className="flex flex-col items-start gap-2 sm:items-end">{aside}</div>}
    </li>
  );
}
