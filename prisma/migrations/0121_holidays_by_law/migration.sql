-- Years without a notice knew no lunar holidays. Where such a year is untouched (no weekend day is worked, no day carries a
-- note), the holidays by law and the days off for those on a weekend are set (全国年节及纪念日放假办法, 国务院令第795号).
UPDATE "CalendarDay" AS day SET "isWorkday" = false
WHERE day."isWorkday" AND day."date" IN (
  '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-04-05', '2027-05-03', '2027-05-04',
  '2027-06-09', '2027-09-15', '2027-10-04', '2027-10-05')
AND NOT EXISTS (
  SELECT 1 FROM "CalendarDay" other
  WHERE left(other."date", 4) = left(day."date", 4)
  AND (other."note" IS NOT NULL OR (other."isWorkday" AND extract(isodow FROM other."date"::date) > 5)));
