"""Documents for an archive, what its workers do in tests, and its content as one value."""

import os
import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kehoach.archive.opening import opened
from kehoach.archive.places import address_of
from kehoach.archive.pool import Limits, pool
from kehoach.archive.run import Run, Seen, find
from kehoach.archive.work import Outcome, Task, read

PROVINCE = "UBND TỈNH HẢI LÂM"
COMMUNE = "UBND XÃ ĐỨC AN"
LIMITS = Limits(seconds=60, megabytes=1500)


def plan_text(  # noqa: PLR0913 - each says one thing of a plan
    *,
    agency: str = COMMUNE,
    number: int | str = 5,
    date: str = "07 tháng 3 năm 2026",
    subject: str = "Phát triển hạ tầng số trên địa bàn xã Đức An năm 2026",
    basis: str = "Kế hoạch số 88/KH-UBND ngày 05/01/2026 của UBND tỉnh Hải Lâm về hạ tầng số",
    share: int = 90,
) -> str:
    """A short plan as text."""
    place = "Đức An" if agency == COMMUNE else "Hải Lâm"
    return f"""\
{agency}                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: {number}/KH-UBND            Độc lập - Tự do - Hạnh phúc

{place}, ngày {date}

KẾ HOẠCH
{subject}

Căn cứ {basis};
{agency} ban hành Kế hoạch, cụ thể như sau:

I. MỤC ĐÍCH
Đưa hạ tầng số đến từng thôn, bản để người dân được dùng dịch vụ công trực tuyến.

II. MỤC TIÊU
- Tỷ lệ hộ gia đình có kết nối Internet đạt {share}%.
- 100% thôn có phủ sóng di động.

III. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế
- Chủ trì theo dõi, báo cáo UBND trước ngày 15/12/2026.
2. Công an xã
- Phối hợp bảo đảm an toàn thông tin.

Nơi nhận:
- UBND tỉnh (để b/c);
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Minh An
"""


def fill(folder: Path, count: int) -> None:
    """Write `count` plans of as many communes, two of the files with the same content."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        subject = f"Cấp nước sạch nông thôn đợt {number} trên địa bàn xã Đức An năm 2026"
        text = plan_text(number=number, subject=subject, share=50 + number % 50)
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    (folder / "copy.txt").write_bytes((folder / "001.txt").read_bytes())


def named(path: Path | str) -> str:
    return address_of(path) if isinstance(path, Path) else path


def add(
    db: Path, *paths: Path | str, again: bool = False, size: int = 1, limits: Limits = LIMITS
) -> list[Seen]:
    """Bring what is at `paths` into an archive; what was told of each path."""
    told: list[Seen] = []
    with opened(db, new=True) as store:
        run = Run(store, told.append, again=again)
        run.add(
            find(store, [named(path) for path in paths]), lambda tasks: pool(tasks, size, limits)
        )
    return told


def alone(tasks: Iterable[Task]) -> Iterable[Outcome]:
    """The engine without any process but this one."""
    return map(read, tasks)


def add_here(db: Path, *paths: Path | str, again: bool = False) -> list[Seen]:
    """Like `add`, in this process: for tests that are not about processes."""
    told: list[Seen] = []
    with opened(db, new=True) as store:
        found = find(store, [named(path) for path in paths])
        Run(store, told.append, again=again).add(found, alone)
    return told


def content(db: Path) -> dict[str, Any]:
    """Everything that an archive holds, without the times that reading took."""
    connection = sqlite3.connect(db)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.execute("INSERT INTO found (found, rank) VALUES ('integrity-check', 1)")
    found = {}
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'found_%'"
    for (name,) in connection.execute(query).fetchall():
        if not name.startswith("_"):
            rows = connection.execute(f"SELECT * FROM {name}")  # noqa: S608 - our own tables
            columns = [column[0] for column in rows.description]
            kept = [at for at, column in enumerate(columns) if column not in {"id", "seconds"}]
            found[name] = sorted([repr([row[at] for at in kept]) for row in rows])
    connection.close()
    return found


def misbehave(task: Task) -> Outcome:
    """What a worker does when the name of the file says so: die, hang, eat memory."""
    name = Path(task.address).stem
    if name == "dies":
        os._exit(7)
    if name == "hangs":
        time.sleep(600)
    if name == "eats":
        eaten = bytearray(900 * 1024 * 1024)
        eaten[::4096] = b"x" * len(eaten[::4096])
        time.sleep(600)
    return read(task)
