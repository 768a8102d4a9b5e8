"""What is installed: the wheel's content, the command from it, and the declared dependencies."""

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from commandline import DISTRICT, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ROOMS = ("plan", "extract", "docgen", "kehoach")
OPTIONAL = {
    re.split(r"[<>=]", needed)[0]
    for extra, brought in PROJECT["optional-dependencies"].items()
    for needed in brought
    if extra not in {"dev", "bench"}
}
"""What the extras bring."""
SOURCES = sorted(file for room in ROOMS for file in (ROOT / room).rglob("*.py"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    return next(folder.glob("kehoach-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command from the wheel, in an environment that sees the dependencies and no checkout."""
    home = tmp_path_factory.mktemp("environment")
    builder = venv.EnvBuilder()
    builder.create(home)
    paths = {"base": str(home), "platbase": str(home)}
    scheme = "venv" if "venv" in sysconfig.get_scheme_names() else sysconfig.get_default_scheme()
    site = Path(sysconfig.get_path("purelib", scheme, paths))
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    folder = Path(sysconfig.get_path("scripts", scheme, paths))
    python = folder / Path(sys.executable).name
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    return folder / ("kehoach.exe" if os.name == "nt" else "kehoach")


def test_the_wheel_holds_every_file_of_the_rooms(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    beside = {"templates": "docgen/templates", "samples": "kehoach/samples"}
    wanted = {
        (Path(beside.get(folder, folder)) / file.relative_to(ROOT / folder)).as_posix()
        for folder in (*ROOMS, *beside)
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert {name for name in inside if ".dist-info/" not in name} == wanted
    kinds = (".mo", ".toml", ".docx", ".pdf", "py.typed")
    assert all(any(name.endswith(kind) for name in inside) for kind in kinds)
    assert any(name.endswith("licenses/LICENSE") for name in inside)


def call(command: Path, *arguments: str | Path, cwd: Path) -> str:
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    english = {**clean, "LANGUAGE": "en"}
    line = [command, *arguments]
    return subprocess.run(
        line, cwd=cwd, env=english, capture_output=True, check=True
    ).stdout.decode()


def test_the_installed_command_does_the_main_job(installed: Path, tmp_path: Path) -> None:
    assert "draft.docx" in call(installed, "demo", "Thử nghiệm", cwd=tmp_path)
    assert zipfile.is_zipfile(tmp_path / "Thử nghiệm" / "draft.docx")


def test_the_installed_command_finds_all_it_needs(installed: Path, tmp_path: Path) -> None:
    assert "ke-hoach" in call(installed, "templates", "list", cwd=tmp_path)
    assert "Cách dùng:" in call(installed, "--lang", "vi", "--help", cwd=tmp_path)
    assert '"HUYỆN MỘC KHÊ"' in call(installed, "extract", DISTRICT, cwd=tmp_path).replace(
        "ỦY BAN NHÂN DÂN ", ""
    )
    told = call(installed, "doctor", cwd=tmp_path)
    assert not [room for room in (*ROOMS, "templates", "samples") if str(ROOT / room) in told]


def imported(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return {name.split(".")[0] for name in names}


def plain(requirement: str) -> str:
    """The normal form of the name in a requirement."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~; \[]", requirement)[0]).lower()


def test_every_import_is_a_declared_dependency_and_the_other_way_round() -> None:
    outside = {name for file in SOURCES for name in imported(file)}
    outside -= sys.stdlib_module_names | set(ROOMS)
    distributions = packages_distributions()
    used = {plain(distribution) for name in outside for distribution in distributions[name]}
    # pydantic's own core comes with it; its types of errors are only named there
    assert used - {"pydantic-core"} - OPTIONAL == {
        plain(needed) for needed in PROJECT["dependencies"]
    }
    assert used >= OPTIONAL


def test_constraints_pin_versions_and_name_no_address() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][A-Za-z0-9.+!]*", line) for line in lines)
    pinned = {plain(line) for line in lines}
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    assert {plain(needed) for needed in wanted} <= pinned
