SELECT above.code AS "Kế hoạch cấp trên",
    joined(below.area_type, below.area_name) AS "Địa bàn",
    below.code AS "Kế hoạch của đơn vị",
    count(DISTINCT superior.row) AS "Chỉ tiêu của cấp trên",
    count(DISTINCT same.parent_row) AS "Đã đưa vào",
    round(100.0 * count(DISTINCT same.parent_row) / count(DISTINCT superior.row)) AS "Tỷ lệ (%)",
    below.document
FROM parents
JOIN plans AS below USING (document)
JOIN plans AS above ON above.document = parents.parent
JOIN targets AS superior ON superior.document = above.document
LEFT JOIN same_targets AS same
    ON (same.document, same.parent, same.parent_row)
    = (below.document, superior.document, superior.row)
WHERE superior.indicator_key IS NOT NULL
GROUP BY above.document, below.document
ORDER BY above.code, 6, 2, below.document
