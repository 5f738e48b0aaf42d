import { Link } from "@remix-run/react";
import { useLanguage } from "~/i18n/use-language";
import { useWords } from "~/i18n/use-words";
import type { Described } from "../use-cases/subject-keepers.server";

type Row = { page: string; subject: Described };

function useName() {
  const { t } = useWords();
  const language = useLanguage();
  return ({ name }: Described) => ("words" in name ? t(name.words) : name[language]);
}

/** The number of a thing that waits, or its name where it has none, with the way to it. */
export function SubjectLink({ row: { page, subject } }: { row: Row }) {
  const nameOf = useName();
  return <Link to={page}>{subject.number || nameOf(subject)}</Link>;
}

/** The firm a thing that waits is of, or its name where it is of none. */
export function SubjectName({ row: { subject } }: { row: Row }) {
  const nameOf = useName();
  return subject.firm || nameOf(subject);
}
