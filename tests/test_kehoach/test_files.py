"""Output files: whole or not at all, never in the place of an input."""

import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.files import OutputError, data_names, keep_apart, make_folder, whole, write


def test_a_file_is_written_anew(tmp_path: Path) -> None:
    file = tmp_path / "Dự thảo kế hoạch.docx"
    file.write_bytes(b"old and longer")
    write(file, b"new")
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(b"old")

    def write_half() -> None:
        with whole(file) as stream:
            stream.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.touch()
    link.symlink_to(file)
    write(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write(pipe, b"data")
    reader.join()
    assert read == [b"data"]
    assert pipe.is_fifo()


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"a\.docx: the folder .*missing does not exist"):
        write(tmp_path / "missing" / "a.docx", b"")
    with pytest.raises(OutputError, match="cannot be written"):
        write(tmp_path, b"")
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(OutputError, match="cannot be written"):
        make_folder(file)


@pytest.mark.parametrize(
    ("outputs", "inputs"),
    [(["a"], ["a"]), (["a", "a"], ["b"]), (["x/../a"], ["b", "a"])],
)
def test_no_output_takes_the_place_of_another_file(outputs: list[str], inputs: list[str]) -> None:
    with pytest.raises(OutputError, match="named twice"):
        keep_apart([Path(name) for name in outputs], [Path(name) for name in inputs])


def test_outputs_beside_their_inputs_are_fine() -> None:
    keep_apart([Path("a.json"), Path("b.json")], [Path("a"), Path("a")])


@pytest.mark.parametrize(
    ("sources", "names"),
    [
        (["x/a.docx", "b.pdf"], ["a.json", "b.json"]),
        (["a.docx", "a.pdf"], ["a.docx.json", "a.pdf.json"]),
        (["A.docx", "a.pdf"], ["A.docx.json", "a.pdf.json"]),
        (["x/a.docx", "y/a.docx"], ["a.docx.json", "a.docx-2.json"]),
        (["a.docx", "a.pdf", "a.docx.txt"], ["a.docx.json", "a.pdf.json", "a.docx-2.json"]),
    ],
)
def test_names_of_data_files(sources: list[str], names: list[str]) -> None:
    assert data_names([Path(source) for source in sources]) == names


@given(st.lists(st.from_regex(r"[ab]/[aAbB](\.(docx|pdf))?(\.txt)?", fullmatch=True)))
def test_no_two_data_files_have_the_same_name(sources: list[str]) -> None:
    names = data_names([Path(source) for source in sources])
    assert len(names) == len(sources)
    assert len({name.casefold() for name in names}) == len(names)
