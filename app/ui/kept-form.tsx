import { Form, type FormProps } from "@remix-run/react";
import { createContext, Fragment, useContext, useMemo, useSyncExternalStore, type ReactNode } from "react";
import { useTypedBefore } from "./use-typed-before";

/** Fields of a form by name, as they were filled in; several ticks of one name are lines of one text. */
export type Kept = Readonly<Record<string, string>>;

type Props = Pick<FormProps, "action" | "encType" | "onBlur" | "noValidate" | "preventScrollReset"> & {
  keep: string;
  storeAs?: string;
  children: (kept: Kept) => ReactNode;
};

/** Whose words are kept: the account that is signed in, empty for a visitor. Nobody meets what another typed in the same tab. */
export const KeptFor = createContext("");

/** Forgets what was typed in this tab, as who signs out expects. */
export function forgetKept(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}

const prefix = "form:";

/**
 * A form whose typed words survive a reload: they stay in this tab until it is closed or the person signs out. `keep`
 * names the form together
 * with the version of what it is about, so that words about an older state never come back. What is typed from now on is
 * kept under `storeAs` where a save in the background has made a newer version.
 */
export function KeptForm({ keep, storeAs = keep, children, ...form }: Props) {
  const whose = useContext(KeptFor);
  const [from, to] = [`${prefix}${whose}:${keep}`, `${prefix}${whose}:${storeAs}`];
  const readOnce = useMemo(() => onceRead(from), [from]);
  const text = useSyncExternalStore(never, readOnce, () => null);
  const shown = useTypedBefore((form) => {
    if (readOnce() === null) store(from, form);
  });
  return (
    <Form method="post" {...form} ref={shown} onInput={(event) => store(to, event.currentTarget)}>
      <Fragment key={text ?? "fresh"}>{children(text ? (JSON.parse(text) as Kept) : {})}</Fragment>
    </Form>
  );
}

const never = () => () => undefined;

/** What was kept before this page was shown; typing on doesn't change it. */
function onceRead(key: string): () => string | null {
  let read: string | null | undefined;
  return () => (read === undefined ? (read = sessionStorage.getItem(key)) : read);
}

function store(key: string, form: HTMLFormElement): void {
  const texts: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !hidden.has(name))
      texts[name] = name in texts ? `${texts[name]}\n${value}` : value;
  }
  sessionStorage.setItem(key, JSON.stringify(texts));
}

/** Fields that each page makes anew. */
const hidden = new Set(["idempotencyKey", "version"]);
