SELECT work.day AS "Thời hạn",
    work.who AS "Đơn vị",
    work.text AS "Công việc",
    joined(plans.area_type, plans.area_name) AS "Địa bàn",
    plans.code AS "Kế hoạch",
    work.document,
    work.place
FROM (
    SELECT deadline_date AS day, unit AS who, text, document, place, row FROM duties
    UNION ALL
    SELECT deadline_date, "lead", text, document, place, row FROM schedule
) AS work
JOIN plans USING (document)
WHERE work.day >= CASE :tu_ngay WHEN '' THEN date('now', 'localtime') ELSE :tu_ngay END
    AND (:don_vi = '' OR instr(without_marks(work.who), without_marks(:don_vi)))
ORDER BY work.day, work.document, work.row
