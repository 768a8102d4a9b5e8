"""Descriptions of the documents as archives ask for them, a row each.

The names of the columns follow the description of a document (tài liệu) in the rules on digitised
records of the Ministry of Home Affairs (Circular 05/2025/TT-BNV, which replaced 02/2019/TT-BNV);
docs/archive.md says where each comes from and which only an archivist can fill in.
"""

from pathlib import Path

from kehoach.archive.exports.tables import write_csv
from kehoach.archive.store import Store

COLUMNS = {
    "Mã định danh tài liệu": "sha256",
    "Mã hồ sơ": None,
    "Thời hạn lưu trữ": None,
    "Tên loại tài liệu": "doc_type",
    "Số của tài liệu": "number",
    "Ký hiệu của tài liệu": "symbol",
    "Ngày, tháng, năm tài liệu": "date",
    "Tên cơ quan, tổ chức ban hành tài liệu": "agency",
    "Trích yếu nội dung": "subject",
    "Ngôn ngữ": "'Tiếng Việt'",
    "Số lượng trang": "source_pages",
    "Từ khóa": None,
    "Mức độ tiếp cận": None,
    "Mức độ tin cậy": None,
    "Bút tích": None,
    "Tình trạng vật lý": None,
    "Người ký": "signature_name",
    "Chức vụ người ký": "signature_position",
    "Tên tệp": "source_name",
    "Định dạng tệp": "source_format",
    "Dung lượng (byte)": "bytes",
    "Đường dẫn": "(SELECT min(address) FROM paths WHERE paths.document = sha256)",
    "Là bản khác của tài liệu": "form_of",
    "Ghi chú": None,
}
"""Name of a column → where its values are from; nothing where a person must say."""


def export(store: Store, path: Path) -> None:
    """Write a CSV file with a row for each document that was read."""
    values = ", ".join(value or "NULL" for value in COLUMNS.values())
    query = f"SELECT {values} FROM documents JOIN plans ON document = sha256 ORDER BY sha256"  # noqa: S608 - our own text
    write_csv(path, list(COLUMNS), store.each(query))
