import { expect, it } from "vitest";
import { readMeeting, requireMeeting } from "./joint-meeting";

const config = { leadDepartmentId: "city-industry", coDepartmentIds: ["city-science"] };
const form = (...offices: string[]) =>
  readMeeting({ meetingDay: "2026-12-01", ...Object.fromEntries(offices.map((id) => [`office-${id}`, "on"])) });

it("a joint meeting is on a day to come and of the lead department with another one of the case", () => {
  const both = form("city-industry", "city-science");
  expect(both).toEqual({ day: "2026-12-01", offices: ["city-industry", "city-science"] });
  expect(() => requireMeeting(config, both, "2026-12-01")).not.toThrow();
  expect(() => requireMeeting(config, both, "2026-12-02")).toThrow("redemption.meeting-day");
  for (const day of ["", "2026-02-30", "明天"])
    expect(() => requireMeeting(config, { ...both, day }, "2026-01-01"), day).toThrow("redemption.meeting-day");
  for (const wrong of [form("city-industry"), form("city-science"), form("city-industry", "city-finance")])
    expect(() => requireMeeting(config, wrong, "2026-12-01")).toThrow("redemption.meeting-offices");
});
