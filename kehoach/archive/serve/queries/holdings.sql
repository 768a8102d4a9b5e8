SELECT plans.year AS "Năm",
    plans.agency AS "Cơ quan ban hành",
    count(*) AS "Số kế hoạch",
    sum((SELECT count(*) FROM targets WHERE targets.document = plans.document)) AS "Chỉ tiêu",
    sum((SELECT count(*) FROM duties WHERE duties.document = plans.document)) AS "Việc được giao"
FROM plans
JOIN documents ON documents.sha256 = plans.document
WHERE documents.form_of IS NULL
GROUP BY plans.year, plans.agency_key
ORDER BY plans.year DESC, 3 DESC, plans.agency_key
