import { expect, it } from "vitest";
import { meetingProblems, readMeeting } from "./joint-meeting";

const config = { leadDepartmentId: "city-industry", coDepartmentIds: ["city-science"] };
const form = (...offices: string[]) =>
  readMeeting({ meetingDay: "2026-12-01", ...Object.fromEntries(offices.map((id) => [`office-${id}`, "on"])) });

it("a joint meeting is on a day to come and of the lead department with another one of the case", () => {
  const both = form("city-industry", "city-science");
  expect(both).toEqual({ day: "2026-12-01", offices: ["city-industry", "city-science"] });
  expect(meetingProblems(config, both, "2026-12-01")).toEqual([]);
  expect(meetingProblems(config, both, "2026-12-02")).toEqual(["redemption.meeting-day"]);
  for (const day of ["", "2026-02-30", "明天"])
    expect(meetingProblems(config, { ...both, day }, "2026-01-01"), day).toEqual(["redemption.meeting-day"]);
  for (const wrong of [form("city-industry"), form("city-science"), form("city-industry", "city-finance")])
    expect(meetingProblems(config, wrong, "2026-12-01")).toEqual(["redemption.meeting-offices"]);
  expect(meetingProblems(config, { day: "", offices: [] }, "2026-12-01")).toHaveLength(2);
});
