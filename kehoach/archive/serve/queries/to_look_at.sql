SELECT plans.source_name AS "Tệp",
    plans.code AS "Số, ký hiệu",
    plans.agency AS "Cơ quan",
    joined(plans.area_type, plans.area_name) AS "Địa bàn",
    plans.findings AS "Điểm cần xem lại",
    plans.doubtful AS "Giá trị chưa chắc chắn",
    plans.document
FROM plans
JOIN documents ON documents.sha256 = plans.document
WHERE documents.form_of IS NULL
    AND plans.document NOT IN (SELECT document FROM reviews)
    AND (plans.findings OR plans.doubtful)
ORDER BY plans.findings DESC, plans.doubtful DESC, plans.document
