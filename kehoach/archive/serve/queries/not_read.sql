SELECT cause AS "Nguyên nhân", address AS "Đường dẫn", said(message) AS "Cần làm gì"
FROM failures
ORDER BY cause, address
