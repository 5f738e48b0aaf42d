-- 繁昌区 of Wuhu has the code 340212; the registry gave it 340211, which is no place's.
UPDATE "Enterprise" SET "regionCode" = '340212' WHERE "regionCode" = '340211';
UPDATE "User" SET "regionCode" = '340212' WHERE "regionCode" = '340211';
