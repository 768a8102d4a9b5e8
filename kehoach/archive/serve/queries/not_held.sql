SELECT doc_type AS "Loại văn bản",
    code AS "Số, ký hiệu",
    max(date) AS "Ngày ban hành",
    max(issuer) AS "Cơ quan ban hành",
    count(DISTINCT document) AS "Số kế hoạch viện dẫn",
    document,
    min(place) AS place
FROM citations
WHERE cited IS NULL AND code_key IS NOT NULL
GROUP BY code_key, date
ORDER BY 5 DESC, code_key
