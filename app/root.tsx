import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import { readAnnounced } from "~/features/calendar/use-cases/read-calendar.server";
import { unreadCount } from "~/features/notices/use-cases/read-notices.server";
import { navigationFor } from "~/access/navigation";
import { languageOf, textSizeOf } from "~/door/language.server";
import { guardedFrame } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import stylesheet from "~/styles/app.css?url";
import { KeptFor } from "~/ui/kept-form";
import { useNonce } from "~/ui/nonce";
import { RootError } from "~/ui/root-error";
import { SiteFooter } from "~/ui/site-footer";
import { SiteHeader } from "~/ui/site-header";
import { SkipLinks } from "~/ui/skip-links";
import { WebFont } from "~/ui/web-font";

export const handle = { access: "public" } satisfies RouteHandle;

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "manifest", href: "/site.webmanifest" },
];

export const meta: MetaFunction = () => [{ title: "惠企通" }];

export const loader = guardedFrame(async ({ request, context, actor }) => ({
  language: await languageOf(request),
  textSize: textSizeOf(request),
  navigation: navigationFor(actor?.permissions ?? null),
  account: actor?.userId ?? "",
  person: actor && {
    displayName: actor.displayName,
    firm: actor.memberships.find((each) => each.enterpriseId === actor.enterpriseId)?.enterpriseName ?? null,
    firms: actor.memberships.length,
  },
  announced: (await readAnnounced({ tx: context.prisma })).map(({ year }) => year),
  unread: actor ? await unreadCount(context.prisma, actor.userId) : 0,
}));

export { loadsAnew as shouldRevalidate } from "~/ui/loads-anew";

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const { i18n } = useWords();
  const nonce = useNonce();
  return (
    <html lang={i18n.language === "en" ? "en" : "zh-CN"} data-text={root?.textSize ?? "normal"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <WebFont />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const { account, navigation, person, unread, textSize } = useLoaderData<typeof loader>();
  return (
    <KeptFor.Provider value={account}>
      <SkipLinks />
      <SiteHeader navigation={navigation} person={person} unread={unread} textSize={textSize} />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-6xl px-4 py-8">
        <Outlet />
      </main>
      <SiteFooter />
    </KeptFor.Provider>
  );
}

/** The frame stays that of the person, where it is known who asks. */
export function ErrorBoundary() {
  const root = useRouteLoaderData<typeof loader>("root");
  const { navigation = navigationFor(null), person = null, unread = 0, textSize = "normal" } = root ?? {};
  return (
    <>
      <SkipLinks />
      <SiteHeader navigation={navigation} person={person} unread={unread} textSize={textSize} />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-6xl px-4 py-8">
        <RootError home={navigation[0]} />
      </main>
      <SiteFooter />
    </>
  );
}
