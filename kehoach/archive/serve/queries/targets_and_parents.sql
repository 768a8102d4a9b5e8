SELECT own.indicator AS "Chỉ số",
    joined(plans.area_type, plans.area_name) AS "Địa bàn",
    own.year AS "Năm",
    own.value AS "Của đơn vị",
    superior.value AS "Của cấp trên",
    round(own.value - superior.value, 3) AS "Chênh lệch",
    own.unit AS "Đơn vị tính",
    own.document,
    own.place
FROM targets AS own
JOIN plans USING (document)
JOIN parents USING (document)
LEFT JOIN same_targets AS same
    ON (same.document, same.row, same.parent) = (own.document, own.row, parents.parent)
LEFT JOIN targets AS superior
    ON (superior.document, superior.row) = (same.parent, same.parent_row)
WHERE own.value IS NOT NULL
    AND (:chi_so = '' OR instr(own.indicator_key, without_marks(:chi_so)))
    AND (:dia_ban = '' OR instr(without_marks(plans.area_name), without_marks(:dia_ban)))
ORDER BY own.indicator_key, 2, own.year, own.document, own.row
