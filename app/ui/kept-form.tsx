import { Form, type FormProps } from "@remix-run/react";
import { Fragment, useMemo, useSyncExternalStore, type ReactNode } from "react";
import { useTypedBefore } from "./use-typed-before";

/** Fields of a form by name, as they were filled in; several ticks of one name are lines of one text. */
export type Kept = Readonly<Record<string, string>>;

type Props = Pick<FormProps, "action" | "encType" | "onBlur" | "noValidate" | "preventScrollReset"> & {
  keep: string;
  storeAs?: string;
  children: (kept: Kept) => ReactNode;
};

/**
 * A form whose typed words survive a reload: they stay in this tab until it is closed. `keep` names the form together
 * with the version of what it is about, so that words about an older state never come back. What is typed from now on is
 * kept under `storeAs` where a save in the background has made a newer version.
 */
export function KeptForm({ keep, storeAs = keep, children, ...form }: Props) {
  const readOnce = useMemo(() => onceRead(keep), [keep]);
  const text = useSyncExternalStore(never, readOnce, () => null);
  const shown = useTypedBefore((form) => {
    if (readOnce() === null) store(keep, form);
  });
  return (
    <Form method="post" {...form} ref={shown} onInput={(event) => store(storeAs, event.currentTarget)}>
      <Fragment key={text ?? "fresh"}>{children(text ? (JSON.parse(text) as Kept) : {})}</Fragment>
    </Form>
  );
}

const never = () => () => undefined;

/** What was kept before this page was shown; typing on doesn't change it. */
function onceRead(keep: string): () => string | null {
  let read: string | null | undefined;
  return () => (read === undefined ? (read = sessionStorage.getItem(`form:${keep}`)) : read);
}

function store(keep: string, form: HTMLFormElement): void {
  const texts: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !hidden.has(name))
      texts[name] = name in texts ? `${texts[name]}\n${value}` : value;
  }
  sessionStorage.setItem(`form:${keep}`, JSON.stringify(texts));
}

/** Fields that each page makes anew. */
const hidden = new Set(["idempotencyKey", "version"]);
