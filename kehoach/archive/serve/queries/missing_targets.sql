SELECT joined(below.area_type, below.area_name) AS "Địa bàn",
    below.code AS "Kế hoạch của đơn vị",
    superior.text AS "Chỉ tiêu của cấp trên chưa có",
    above.code AS "Kế hoạch cấp trên",
    superior.document,
    superior.place
FROM parents
JOIN plans AS below USING (document)
JOIN plans AS above ON above.document = parents.parent
JOIN targets AS superior ON superior.document = above.document
WHERE superior.indicator_key IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM same_targets AS same
    WHERE (same.document, same.parent, same.parent_row)
        = (below.document, superior.document, superior.row))
ORDER BY 1, below.code, superior.document, superior.row
