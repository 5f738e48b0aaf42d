import { Form, Link, useLocation } from "@remix-run/react";
import { Bell, LogOut, UserRound } from "./icons";
import { useWords } from "~/i18n/use-words";
import { entryOf, type NavigationEntry } from "~/access/navigation";
import { forgetKept } from "./kept-form";
import { Logo } from "./logo";

type Props = {
  navigation: readonly NavigationEntry[];
  person: { displayName: string; firm: string | null; firms: number } | null;
  unread: number;
  textSize: "normal" | "large";
};

/** Name, language, text size, the person, and the main navigation. */
export function SiteHeader({ navigation, person, unread, textSize }: Props) {
  const { t } = useWords();
  return (
    <header className="border-b border-line bg-white">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
        <Link to="/" className="mr-auto flex min-h-11 items-center gap-3 text-ink no-underline">
          <Logo />
          <span className="leading-tight">
            <span className="block text-xl font-bold text-brand-800">{t("brand")}</span>
            <span className="hidden text-xs text-muted sm:block">{t("claim")}</span>
          </span>
        </Link>
        <Preference
          name="size"
          action="/text-size"
          value={textSize === "large" ? "normal" : "large"}
          label={t(textSize === "large" ? "textNormal" : "textLarge")}
        />
        <LanguageSwitch />
        <Person person={person} unread={unread} />
      </div>
      <Navigation entries={navigation} />
    </header>
  );
}

function Navigation({ entries }: { entries: readonly NavigationEntry[] }) {
  const { t } = useWords();
  const current = entryOf(entries, useLocation().pathname);
  return (
    <nav aria-label={t("mainNavigation")} className="bg-brand-700">
      <ul className="mx-auto flex max-w-6xl flex-wrap gap-x-1 px-2">
        {entries.map((entry) => (
          <li key={entry.href}>
            <Link
              to={entry.href}
              aria-current={entry === current ? "page" : undefined}
              className={`inline-flex min-h-11 items-center px-3 text-white no-underline hover:bg-brand-800 ${entry === current ? "bg-brand-900 font-semibold" : ""}`}
            >
              {t(`nav.${entry.label}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function LanguageSwitch() {
  const { i18n } = useWords();
  const other = i18n.language === "en" ? "zh" : "en";
  return (
    <Preference
      name="language"
      action="/language"
      value={other}
      label={other === "en" ? "English" : "中文"}
      language={other}
    />
  );
}

function Preference(props: { name: string; action: string; value: string; label: string; language?: string }) {
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action={props.action} reloadDocument>
      <input type="hidden" name="back" value={pathname + search} />
      <button
        name={props.name}
        value={props.value}
        lang={props.language === "zh" ? "zh-CN" : props.language}
        className="min-h-11 px-2 text-sm text-brand-700 underline"
      >
        {props.label}
      </button>
    </Form>
  );
}

function Person({ person, unread }: Pick<Props, "person" | "unread">) {
  const { t } = useWords();
  if (!person) {
    return (
      <div className="flex items-center gap-2">
        <Link to="/sign-in" className="button button-quiet">
          {t("signIn")}
        </Link>
        <Link to="/register" className="button button-primary">
          {t("register")}
        </Link>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-1">
      <Link
        to="/notices"
        className="relative inline-flex min-h-11 min-w-11 items-center justify-center"
        aria-label={t("bell", { count: unread })}
      >
        <Bell aria-hidden size={20} />
        {unread > 0 && (
          <span
            aria-hidden
            className="absolute right-0 top-1 min-w-5 rounded-full bg-bad px-1 text-center text-xs leading-5 text-white"
          >
            {unread > 99 ? "99+" : unread}
          </span>
        )}
      </Link>
      <Link to="/account" className="inline-flex min-h-11 items-center gap-1 px-2 text-sm no-underline">
        <UserRound aria-hidden size={18} />
        <span className="max-w-44 truncate">{person.firm ?? person.displayName}</span>
      </Link>
      <Form method="post" action="/sign-out" onSubmit={forgetKept}>
        <button className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1 px-2 text-sm text-brand-700">
          <LogOut aria-hidden size={18} />
          {t("signOut")}
        </button>
      </Form>
    </div>
  );
}
