import type { i18n } from "i18next";
import { useTranslation } from "react-i18next";
import type { Namespace, Say } from "./keys";

/** How to say the words of a namespace in the reader's language; of several, a key is of the first unless it names another. */
export function useWords<N extends Namespace = "common">(
  namespace?: N | readonly [N, ...Namespace[]],
): { t: Say<N>; i18n: i18n } {
  const { t, i18n } = useTranslation(namespace as string | string[] | undefined);
  return { t: t as unknown as Say<N>, i18n };
}
