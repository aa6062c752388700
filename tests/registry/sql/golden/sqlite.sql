-- Verdicts of policycalc as a view for sqlite.
-- Policies (hash)
-- As of 2026-11-30, the same from 2026-01-01; make it again when they change.
--
-- The view reads the table of facts below: a row a company, a column a fact, NULL if unknown.
-- It keeps the key and the district, and has a column a measure: eligible, conditional (an
-- authority has to judge), undetermined (a fact is missing), not_eligible, not_applicable or
-- not_in_force. A value that the columns do not take counts as unknown;
-- "companies_verdicts_refused" lists each.
--
-- How many companies have which verdict:
--   SELECT "1.1.a", count(*) FROM "companies_verdicts" GROUP BY "1.1.a";
-- How many are eligible in each district:
--   SELECT "district", count(*) FROM "companies_verdicts" WHERE "1.1.a" = 'eligible' GROUP BY "district";
CREATE TABLE "companies" (
  "id" TEXT PRIMARY KEY,  -- the company's key
  "entity_type" TEXT,  -- 类型: company association
  "ownership" TEXT,  -- 所有制: private state
  "district" TEXT,  -- 注册地: here outside
  "registration_status" TEXT,  -- 状态: active deregistered
  "industry_code" TEXT,  -- 行业代码: such as C3985; small letters, blanks and hyphens do not matter
  "size_industry" TEXT,  -- 行业: industry other
  "employees" INTEGER,  -- 人数
  "annual_revenue_fen" INTEGER,  -- 收入: in fen, 100 of a yuan
  "enterprise_size" TEXT,  -- 规模: micro small medium large
  "loan_need" INTEGER,  -- 要贷款
  "awards" TEXT,  -- 奖项: codes between commas, such as ',a,b,'; ',' for none of them: gold silver bronze
  "budget_fen" INTEGER  -- 预算: in fen, 100 of a yuan
) STRICT;
CREATE VIEW "companies_verdicts" AS
WITH "company" AS (
SELECT "id", "entity_type", "ownership", "district", "registration_status", "industry_code", "size_industry", "employees", "annual_revenue_fen", "enterprise_size", "loan_need", "awards", "budget_fen"
FROM "companies"
),
"given" AS (
SELECT
  "company".*,
  (CASE WHEN ("entity_type" IN ('company', 'association')) THEN "entity_type" END) AS "given_entity_type",
  (CASE WHEN ("ownership" IN ('private', 'state')) THEN "ownership" END) AS "given_ownership",
  (CASE WHEN ("district" IN ('here', 'outside')) THEN "district" END) AS "given_district",
  (CASE WHEN ("registration_status" IN ('active', 'deregistered')) THEN "registration_status" END) AS "given_registration_status",
  (CASE WHEN ((upper(replace(replace("industry_code", '-', ''), ' ', '')) <> '') AND (ltrim((CASE WHEN (instr('ABCDEFGHIJKLMNOPQRST', substr(upper(replace(replace("industry_code", '-', ''), ' ', '')), 1, 1)) > 0) THEN substr(upper(replace(replace("industry_code", '-', ''), ' ', '')), 2) ELSE upper(replace(replace("industry_code", '-', ''), ' ', '')) END), '0123456789') = '') AND (length((CASE WHEN (instr('ABCDEFGHIJKLMNOPQRST', substr(upper(replace(replace("industry_code", '-', ''), ' ', '')), 1, 1)) > 0) THEN substr(upper(replace(replace("industry_code", '-', ''), ' ', '')), 2) ELSE upper(replace(replace("industry_code", '-', ''), ' ', '')) END)) <= 4)) THEN upper(replace(replace("industry_code", '-', ''), ' ', '')) END) AS "given_industry_code",
  (CASE WHEN ("size_industry" IN ('industry', 'other')) THEN "size_industry" END) AS "given_size_industry",
  (CASE WHEN ((typeof("employees") = 'integer') AND ("employees" >= 0)) THEN "employees" END) AS "given_employees",
  (CASE WHEN ((typeof("annual_revenue_fen") = 'integer') AND ("annual_revenue_fen" >= 0)) THEN "annual_revenue_fen" END) AS "given_annual_revenue",
  (CASE WHEN ("enterprise_size" IN ('micro', 'small', 'medium', 'large')) THEN "enterprise_size" END) AS "given_enterprise_size",
  (CASE WHEN ("loan_need" IN (0, 1)) THEN "loan_need" END) AS "given_loan_need",
  (CASE WHEN (replace(replace(replace("awards", ',gold,', ','), ',silver,', ','), ',bronze,', ',') = ',') THEN "awards" END) AS "given_awards",
  (CASE WHEN ((typeof("budget_fen") = 'integer') AND ("budget_fen" >= 0)) THEN "budget_fen" END) AS "given_budget"
FROM "company"
LIMIT -1
),
"code" AS (
SELECT
  "given".*,
  (CASE WHEN (instr('ABCDEFGHIJKLMNOPQRST', substr("given_industry_code", 1, 1)) > 0) THEN substr("given_industry_code", 1, 1) ELSE '' END) AS "industry_letter",
  (CASE WHEN (instr('ABCDEFGHIJKLMNOPQRST', substr("given_industry_code", 1, 1)) > 0) THEN substr("given_industry_code", 2) ELSE "given_industry_code" END) AS "industry_digits"
FROM "given"
LIMIT -1
),
"code_industry" AS (
SELECT
  "code".*,
  (CASE WHEN ("industry_digits" IS NULL) THEN CAST(NULL AS BIGINT) WHEN ((length("industry_digits") < 2) AND ("industry_letter" IN ('C', 'M'))) THEN 0 WHEN (length("industry_digits") < 2) THEN 0 WHEN (NOT (((substr("industry_digits", 1, 2) IN ('13', '14', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '40', '41', '42', '43')) AND ("industry_letter" IN ('', 'C'))) OR ((substr("industry_digits", 1, 2) IN ('73', '74', '75')) AND ("industry_letter" IN ('', 'M'))))) THEN 0 WHEN (substr("industry_digits", 1, 2) IN ('13', '14')) THEN 1 WHEN (substr("industry_digits", 1, 2) = '73') THEN 2 ELSE 0 END) AS "industries_of_code"
FROM "code"
LIMIT -1
),
"industry" AS (
SELECT
  "code_industry".*,
  (CASE WHEN ("given_size_industry" IS NOT NULL) THEN (CASE WHEN ("given_size_industry" = 'industry') THEN 1 WHEN ("given_size_industry" = 'other') THEN 2 END) WHEN ("industries_of_code" <> 0) THEN "industries_of_code" ELSE 3 END) AS "possible_size_industry",
  (("given_size_industry" IS NULL) AND ("industries_of_code" = 0)) AS "outside_standard"
FROM "code_industry"
LIMIT -1
),
"figures" AS (
SELECT
  "industry".*,
  (CASE WHEN "outside_standard" THEN 15 WHEN ("possible_size_industry" = 3) THEN 15 ELSE ((CASE WHEN (("possible_size_industry" & 1) <> 0) THEN (CASE WHEN (("given_employees" IS NOT NULL) AND ("given_annual_revenue" IS NOT NULL)) THEN (((CASE WHEN ("given_employees" < 20) THEN 1 WHEN ("given_employees" < 300) THEN 3 WHEN ("given_employees" < 1000) THEN 7 ELSE 15 END) & (CASE WHEN ("given_annual_revenue" < 300000000) THEN 1 WHEN ("given_annual_revenue" < 2000000000) THEN 3 WHEN ("given_annual_revenue" < 40000000000) THEN 7 ELSE 15 END)) - (((CASE WHEN ("given_employees" < 20) THEN 1 WHEN ("given_employees" < 300) THEN 3 WHEN ("given_employees" < 1000) THEN 7 ELSE 15 END) & (CASE WHEN ("given_annual_revenue" < 300000000) THEN 1 WHEN ("given_annual_revenue" < 2000000000) THEN 3 WHEN ("given_annual_revenue" < 40000000000) THEN 7 ELSE 15 END)) >> 1)) ELSE ((CASE WHEN ("given_employees" < 20) THEN 1 WHEN ("given_employees" < 300) THEN 3 WHEN ("given_employees" < 1000) THEN 7 ELSE 15 END) & (CASE WHEN ("given_annual_revenue" < 300000000) THEN 1 WHEN ("given_annual_revenue" < 2000000000) THEN 3 WHEN ("given_annual_revenue" < 40000000000) THEN 7 ELSE 15 END)) END) ELSE 0 END) | (CASE WHEN (("possible_size_industry" & 2) <> 0) THEN (CASE WHEN ("given_employees" IS NOT NULL) THEN ((CASE WHEN ("given_employees" < 10) THEN 1 WHEN ("given_employees" < 100) THEN 3 WHEN ("given_employees" < 300) THEN 7 ELSE 15 END) - ((CASE WHEN ("given_employees" < 10) THEN 1 WHEN ("given_employees" < 100) THEN 3 WHEN ("given_employees" < 300) THEN 7 ELSE 15 END) >> 1)) ELSE (CASE WHEN ("given_employees" < 10) THEN 1 WHEN ("given_employees" < 100) THEN 3 WHEN ("given_employees" < 300) THEN 7 ELSE 15 END) END) ELSE 0 END)) END) AS "size_by_figures"
FROM "industry"
LIMIT -1
),
"size" AS (
SELECT
  "figures".*,
  (CASE WHEN ("given_entity_type" = 'association') THEN 0 ELSE ((CASE WHEN (((CASE WHEN ("given_enterprise_size" = 'micro') THEN 1 WHEN ("given_enterprise_size" = 'small') THEN 2 WHEN ("given_enterprise_size" = 'medium') THEN 4 WHEN ("given_enterprise_size" = 'large') THEN 8 END) & "size_by_figures") <> 0) THEN (CASE WHEN ("given_enterprise_size" = 'micro') THEN 1 WHEN ("given_enterprise_size" = 'small') THEN 2 WHEN ("given_enterprise_size" = 'medium') THEN 4 WHEN ("given_enterprise_size" = 'large') THEN 8 END) ELSE "size_by_figures" END) | (CASE WHEN (("given_entity_type" IS NULL) AND ("given_enterprise_size" IS NULL) AND (("given_ownership" IS NULL) OR ("given_ownership" IN ('private', 'state')))) THEN 16 ELSE 0 END)) END) AS "possible_enterprise_size"
FROM "figures"
LIMIT -1
),
"owner" AS (
SELECT
  "size".*,
  (CASE WHEN ("given_ownership" IS NOT NULL) THEN (CASE WHEN ("given_ownership" = 'private') THEN 1 WHEN ("given_ownership" = 'state') THEN 2 END) ELSE 3 END) AS "possible_ownership"
FROM "size"
LIMIT -1
),
"tests" AS (
SELECT
  "owner".*,
  ("given_district" = 'here') AS "test_1",  -- 注册地
  "given_loan_need" AS "test_2",  -- 要贷款：是
  (CASE WHEN (("possible_enterprise_size" & 3) = 0) THEN FALSE WHEN (("possible_enterprise_size" & 28) = 0) THEN TRUE END) AS "test_3",  -- 规模（任一）：微型、小型
  (CASE WHEN (("possible_ownership" & 1) = 0) THEN FALSE WHEN (("possible_ownership" & 6) = 0) THEN TRUE END) AS "test_4",  -- 所有制：民营
  ((instr("given_awards", ',gold,') > 0) OR (instr("given_awards", ',silver,') > 0)) AS "test_5",  -- 奖项（任一）：金奖、银奖
  ("given_budget" > 200000000) AS "test_6"  -- 预算超过200万元
FROM "owner"
LIMIT -1
),
"conditions" AS (
SELECT
  "tests".*,
  ("test_1" AND "test_2") AS "concerns 1.1.a",
  ("test_3" AND ("test_4" OR (NOT "test_5"))) AS "meets 1.1.a",
  "test_6" AS "meets 1.1.b"
FROM "tests"
LIMIT -1
)
SELECT
  "id", "district",
  (CASE WHEN ("given_registration_status" = 'deregistered') THEN 'not_applicable' WHEN (NOT "concerns 1.1.a") THEN 'not_applicable' WHEN (NOT "meets 1.1.a") THEN 'not_eligible' WHEN ("concerns 1.1.a" AND "meets 1.1.a") THEN 'conditional' ELSE 'undetermined' END) AS "1.1.a",  -- 措施
  (CASE WHEN ("given_registration_status" = 'deregistered') THEN 'not_applicable' WHEN (NOT "meets 1.1.b") THEN 'not_eligible' WHEN "meets 1.1.b" THEN 'eligible' ELSE 'undetermined' END) AS "1.1.b",  -- 措施
  (CASE WHEN ("given_registration_status" = 'deregistered') THEN 'not_applicable' ELSE 'not_in_force' END) AS "1.1.c"  -- 措施
FROM "conditions";
CREATE VIEW "companies_verdicts_refused" AS
SELECT "id", 'entity_type' AS "column", CAST("entity_type" AS TEXT) AS "value"
FROM "companies" WHERE (("entity_type" IS NOT NULL) AND (NOT ("entity_type" IN ('company', 'association'))))
UNION ALL
SELECT "id", 'ownership' AS "column", CAST("ownership" AS TEXT) AS "value"
FROM "companies" WHERE (("ownership" IS NOT NULL) AND (NOT ("ownership" IN ('private', 'state'))))
UNION ALL
SELECT "id", 'district' AS "column", CAST("district" AS TEXT) AS "value"
FROM "companies" WHERE (("district" IS NOT NULL) AND (NOT ("district" IN ('here', 'outside'))))
UNION ALL
SELECT "id", 'registration_status' AS "column", CAST("registration_status" AS TEXT) AS "value"
FROM "companies" WHERE (("registration_status" IS NOT NULL) AND (NOT ("registration_status" IN ('active', 'deregistered'))))
UNION ALL
SELECT "id", 'industry_code' AS "column", CAST("industry_code" AS TEXT) AS "value"
FROM "companies" WHERE (("industry_code" IS NOT NULL) AND (NOT ((upper(replace(replace("industry_code", '-', ''), ' ', '')) <> '') AND (ltrim((CASE WHEN (instr('ABCDEFGHIJKLMNOPQRST', substr(upper(replace(replace("industry_code", '-', ''), ' ', '')), 1, 1)) > 0) THEN substr(upper(replace(replace("industry_code", '-', ''), ' ', '')), 2) ELSE upper(replace(replace("industry_code", '-', ''), ' ', '')) END), '0123456789') = '') AND (length((CASE WHEN (instr('ABCDEFGHIJKLMNOPQRST', substr(upper(replace(replace("industry_code", '-', ''), ' ', '')), 1, 1)) > 0) THEN substr(upper(replace(replace("industry_code", '-', ''), ' ', '')), 2) ELSE upper(replace(replace("industry_code", '-', ''), ' ', '')) END)) <= 4))))
UNION ALL
SELECT "id", 'size_industry' AS "column", CAST("size_industry" AS TEXT) AS "value"
FROM "companies" WHERE (("size_industry" IS NOT NULL) AND (NOT ("size_industry" IN ('industry', 'other'))))
UNION ALL
SELECT "id", 'employees' AS "column", CAST("employees" AS TEXT) AS "value"
FROM "companies" WHERE (("employees" IS NOT NULL) AND (NOT ((typeof("employees") = 'integer') AND ("employees" >= 0))))
UNION ALL
SELECT "id", 'annual_revenue_fen' AS "column", CAST("annual_revenue_fen" AS TEXT) AS "value"
FROM "companies" WHERE (("annual_revenue_fen" IS NOT NULL) AND (NOT ((typeof("annual_revenue_fen") = 'integer') AND ("annual_revenue_fen" >= 0))))
UNION ALL
SELECT "id", 'enterprise_size' AS "column", CAST("enterprise_size" AS TEXT) AS "value"
FROM "companies" WHERE (("enterprise_size" IS NOT NULL) AND (NOT ("enterprise_size" IN ('micro', 'small', 'medium', 'large'))))
UNION ALL
SELECT "id", 'loan_need' AS "column", CAST("loan_need" AS TEXT) AS "value"
FROM "companies" WHERE (("loan_need" IS NOT NULL) AND (NOT ("loan_need" IN (0, 1))))
UNION ALL
SELECT "id", 'awards' AS "column", CAST("awards" AS TEXT) AS "value"
FROM "companies" WHERE (("awards" IS NOT NULL) AND (NOT (replace(replace(replace("awards", ',gold,', ','), ',silver,', ','), ',bronze,', ',') = ',')))
UNION ALL
SELECT "id", 'budget_fen' AS "column", CAST("budget_fen" AS TEXT) AS "value"
FROM "companies" WHERE (("budget_fen" IS NOT NULL) AND (NOT ((typeof("budget_fen") = 'integer') AND ("budget_fen" >= 0))));
