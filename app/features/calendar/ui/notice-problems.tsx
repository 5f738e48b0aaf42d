import { useWords } from "~/i18n/use-words";
import { Alert } from "~/ui/alert";

/** What a notice says that cannot be, each with the words it says it with. */
export function NoticeProblems({ problems }: { problems: readonly { code: string; text: string }[] }) {
  const { t } = useWords("calendar");
  if (problems.length === 0) return null;
  return (
    <Alert tone="bad" title={t("notice.problems")}>
      <ul className="list-disc pl-5">
        {problems.map(({ code, text }) => (
          <li key={code + text}>{t(`problem.${code}`, { text })}</li>
        ))}
      </ul>
    </Alert>
  );
}
