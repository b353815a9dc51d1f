"""Files into the register: what is new, what has changed, and what a bad file may not do."""

import os
import sys
import time
import types
from collections.abc import Iterator
from pathlib import Path

import pytest

from mopacreg.errors import NotADecision, UsageError
from mopacreg.intake import Outcome, ingest, refresh, walk
from mopacreg.intake.reading import in_order, workers
from mopacreg.record import Decision
from mopacreg.register.writer import Writer
from mopacreg.sources import Document


def read(document: Document) -> tuple[Decision, ...]:
    """Stands for the reader: a line `PCD n` is a decision, and some words are accidents."""
    if "crash" in document.text:
        raise ZeroDivisionError("a rule")
    if "interrupt" in document.text:
        raise KeyboardInterrupt
    found = [line for line in document.text.split("\n") if line.startswith("PCD")]
    if not found:
        raise NotADecision(document.path, "holds no decision")
    return tuple(
        Decision(line if line[4:] else None, "A title", first_line=n) for n, line in enumerate(found, 1)
    )


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    module = types.ModuleType("mopacreg.reader")
    module.read = read  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "mopacreg.reader", module)
    return module


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    with Writer(str(tmp_path / "register.db")) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "papers"
    made.mkdir()
    return made


def states(outcomes: Iterator[Outcome]) -> dict[str, str]:
    return {Path(outcome.path).name: outcome.state for outcome in outcomes}


def rewrite(path: Path, text: str) -> None:
    """Write, with a time of change that any clock tells from the one before."""
    before = path.stat().st_mtime_ns
    path.write_text(text)
    os.utime(path, ns=(before + 10**9, before + 10**9))


def test_a_bad_file_stops_none_of_the_others(writer: Writer, folder: Path) -> None:
    (folder / "1-good.txt").write_text("PCD 1700\nPCD 1701\n")
    (folder / "2-binary.txt").write_bytes(b"\x00\x01")
    (folder / "3-empty.txt").write_text("")
    (folder / "4-crash.txt").write_text("crash")
    (folder / "5-gone.txt").symlink_to(folder / "nothing")
    (folder / "6-letter.txt").write_text("Dear all")
    (folder / "7-unnamed.txt").write_text("PCD\n")
    found = list(ingest(writer, [folder]))
    assert [(Path(o.path).name[:1], o.state, o.decisions) for o in found] == [
        ("1", "new", ("PCD 1700", "PCD 1701")),
        ("2", "failed", ()),
        ("3", "failed", ()),
        ("4", "failed", ()),
        ("n", "failed", ()),
        ("6", "skipped", ()),
        ("7", "new", ("7-unnamed.txt",)),
    ]
    assert found[3].message == "could not be read: ZeroDivisionError: a rule"
    assert "No such file" in found[4].message
    assert found[5].message == "holds no decision"


def test_a_second_run_reads_nothing_and_writes_nothing(
    writer: Writer, folder: Path, reader: types.ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text("PCD 1700\n")
    assert states(ingest(writer, [folder])) == {"a.txt": "new"}
    before = Path(writer.path).read_bytes()
    monkeypatch.setattr(reader, "read", None)
    monkeypatch.setattr("mopacreg.intake.reading._bytes", None)
    monkeypatch.setattr(writer, "batch", None)
    assert states(ingest(writer, [folder])) == {"a.txt": "unchanged"}
    assert Path(writer.path).read_bytes() == before


def test_a_file_without_a_decision_is_not_read_again_until_it_changes(
    writer: Writer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text("Dear all")
    (first,) = ingest(writer, [folder])
    before = Path(writer.path).read_bytes()
    with monkeypatch.context() as blind:
        blind.setattr("mopacreg.intake.reading._bytes", None)
        assert list(ingest(writer, [folder])) == [first]
    assert Path(writer.path).read_bytes() == before
    rewrite(folder / "a.txt", "PCD 1700\n")
    assert states(ingest(writer, [folder])) == {"a.txt": "new"}
    assert writer.passed_over() == {}


def test_a_record_goes_though_the_file_has_no_time_of_change(writer: Writer, folder: Path) -> None:
    (folder / "a.txt").write_text("PCD 1700\n")
    list(ingest(writer, [folder]))
    (folder / "a.txt").write_text("Dear all")
    os.utime(folder / "a.txt", ns=(0, 0))
    (gone,) = ingest(writer, [folder])
    assert (gone.state, writer.known()) == ("skipped", {})
    assert states(ingest(writer, [folder])) == {"a.txt": "skipped"}


def test_a_name_that_is_no_text_is_known_again(
    writer: Writer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / os.fsdecode(b"a\xff.txt")
    path.write_text("PCD 1700\n")
    list(ingest(writer, [folder]))
    with monkeypatch.context() as blind:
        blind.setattr("mopacreg.intake.reading._bytes", None)
        assert [each.state for each in ingest(writer, [folder])] == ["unchanged"]
    rewrite(path, "Dear all")
    assert [each.state for each in ingest(writer, [folder])] == ["skipped"]
    assert writer.known() == {}
    monkeypatch.setattr("mopacreg.intake.reading._bytes", None)
    assert [each.state for each in ingest(writer, [folder])] == ["skipped"]


def test_what_another_version_passed_over_is_read_again(
    writer: Writer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text("Dear all")
    with monkeypatch.context() as earlier:
        earlier.setattr("mopacreg.register.passed_over.__version__", "0.0.1")
        list(ingest(writer, [folder]))
    assert writer.passed_over() == {}
    list(ingest(writer, [folder]))
    assert [Path(path).name for path in writer.passed_over()] == ["a.txt"]


def test_a_file_that_failed_is_read_again(writer: Writer, folder: Path) -> None:
    (folder / "a.txt").write_text("crash")
    list(ingest(writer, [folder]))
    assert writer.passed_over() == {}


def test_a_file_touched_and_not_changed_is_not_read(
    writer: Writer, folder: Path, reader: types.ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text("PCD 1700\n")
    list(ingest(writer, [folder]))
    rewrite(folder / "a.txt", "PCD 1700\n")
    monkeypatch.setattr(reader, "read", None)
    assert states(ingest(writer, [folder])) == {"a.txt": "unchanged"}
    monkeypatch.setattr("mopacreg.intake.reading._bytes", None)
    assert states(ingest(writer, [folder])) == {"a.txt": "unchanged"}


def test_a_changed_file_replaces_its_record(writer: Writer, folder: Path) -> None:
    (folder / "a.txt").write_text("PCD 1700\n")
    list(ingest(writer, [folder]))
    rewrite(folder / "a.txt", "PCD 1800\n")
    (changed,) = ingest(writer, [folder])
    assert (changed.state, changed.decisions) == ("changed", ("PCD 1800",))
    assert [document.text for document in writer.texts()] == ["PCD 1800\n"]


@pytest.mark.parametrize(
    ("text", "state", "kept"),
    [
        pytest.param("Dear all", "skipped", 0, id="no decision now"),
        pytest.param("", "failed", 1, id="emptied"),
    ],
)
def test_a_record_goes_only_when_its_decision_is_surely_gone(
    writer: Writer, folder: Path, text: str, state: str, kept: int
) -> None:
    (folder / "a.txt").write_text("PCD 1700\n")
    list(ingest(writer, [folder]))
    rewrite(folder / "a.txt", text)
    (outcome,) = ingest(writer, [folder])
    assert outcome.state == state
    assert "the register" in outcome.message
    assert len(writer.known()) == kept


def test_a_copy_is_stored_once(writer: Writer, folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("PCD 1700\n")
    _, copy = ingest(writer, [folder])
    assert (copy.state, copy.message) == ("unchanged", f"the same file as {folder / 'a.txt'}")
    assert list(writer.known()) == [str(folder / "a.txt")]


def test_a_moved_file_takes_its_record_along(writer: Writer, folder: Path) -> None:
    (folder / "a.txt").write_text("PCD 1700\n")
    list(ingest(writer, [folder]))
    (folder / "a.txt").rename(folder / "b.txt")
    (moved,) = ingest(writer, [folder])
    assert (moved.state, moved.message) == ("changed", f"moved from {folder / 'a.txt'}")
    assert list(writer.known()) == [str(folder / "b.txt")]


def test_a_copy_of_what_a_changed_file_was_is_stored(writer: Writer, folder: Path) -> None:
    (folder / "b.txt").write_text("PCD 1700\n")
    list(ingest(writer, [folder]))
    rewrite(folder / "b.txt", "PCD 1800\n")
    (folder / "a.txt").write_text("PCD 1700\n")
    assert states(ingest(writer, [folder])) == {"a.txt": "new", "b.txt": "changed"}


def test_an_interrupt_leaves_a_whole_register_and_the_next_run_goes_on(
    writer: Writer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mopacreg.intake._BATCH", 2)
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"PCD 170{number}\n")
    (folder / "3.txt").write_text("interrupt")
    with pytest.raises(KeyboardInterrupt):
        list(ingest(writer, [folder]))
    assert len(writer.known()) == 2
    rewrite(folder / "3.txt", "PCD 1703\n")
    assert list(states(ingest(writer, [folder])).values()) == ["unchanged"] * 2 + ["new"] * 3


def test_a_decision_that_cannot_be_stored_stops_none_of_its_batch(
    writer: Writer, folder: Path, reader: types.ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    huge = Decision("PCD 1701", "A title", value=10**30)
    monkeypatch.setattr(reader, "read", lambda d: (huge,) if "1701" in d.text else read(d))
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"PCD 170{number}\n")
    found = list(ingest(writer, [folder]))
    assert [outcome.state for outcome in found] == ["new", "failed", "new"]
    assert found[1].message.startswith("could not be stored")
    assert len(writer.known()) == 2


def test_progress_counts_every_file(writer: Writer, folder: Path) -> None:
    for number in range(3):
        (folder / f"{number}.txt").write_text("PCD 1700\n")
    seen: list[tuple[int, int]] = []
    list(ingest(writer, [folder], on_progress=lambda done, total: seen.append((done, total))))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_the_register_is_no_document_of_the_folder_it_is_in(folder: Path) -> None:
    (folder / "a.txt").write_text("PCD 1700\n")
    with Writer(str(folder / "register.db")) as writer:
        assert states(ingest(writer, [folder])) == {"a.txt": "new"}


def test_refresh_reads_again_without_the_files_and_loses_nothing(
    writer: Writer, folder: Path, reader: types.ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"PCD 1700 {name}\n")
    list(ingest(writer, [folder]))
    for name in ("a", "b"):
        (folder / f"{name}.txt").unlink()

    def newer(document: Document) -> tuple[Decision, ...]:
        if document.path.endswith("b.txt"):
            raise NotADecision(document.path, "holds no decision")
        return (Decision("PCD 1999", "A title"),)

    monkeypatch.setattr(reader, "read", newer)
    again, lost = refresh(writer)
    assert (again.state, again.decisions) == ("changed", ("PCD 1999",))
    assert (lost.state, lost.message) == (
        "failed",
        "holds no decision; the register keeps what was read before",
    )
    assert len(writer.known()) == 2


def test_refresh_says_changed_only_where_the_record_differs(
    writer: Writer, folder: Path, reader: types.ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"PCD 170{name}\n")
    list(ingest(writer, [folder]))
    assert states(refresh(writer)) == {"a.txt": "unchanged", "b.txt": "unchanged"}
    valued = (Decision("PCD 170a", "A title", value=1),)
    monkeypatch.setattr(reader, "read", lambda d: valued if d.path.endswith("a.txt") else read(d))
    assert states(refresh(writer)) == {"a.txt": "changed", "b.txt": "unchanged"}
    assert states(refresh(writer)) == {"a.txt": "unchanged", "b.txt": "unchanged"}


def test_walk_gives_each_file_once_in_order(folder: Path) -> None:
    (folder / "b").mkdir()
    for name in ("b/2.txt", "a.txt", "c.txt", ".hidden", "~$a.docx", "a.txt~", "Thumbs.db"):
        (folder / name).write_text("x")
    (folder / "b" / "loop").symlink_to(folder)
    (folder / "d.txt").symlink_to(folder / "a.txt")
    (folder / "z").symlink_to("z")
    found = list(walk([folder / "c.txt", folder, folder / "a.txt", folder / ".hidden"]))
    assert [os.path.relpath(path, folder) for path in found] == ["c.txt", "a.txt", "b/2.txt", "z", ".hidden"]


def test_walk_names_a_path_that_is_not_there_before_anything_is_read(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"no file or folder .*nothing") as caught:
        next(walk([folder, folder / "nothing"]))
    assert caught.value.hint


def test_workers_pay_only_for_many_documents() -> None:
    assert workers(None, 150) == 1
    assert workers(None, 151) == min(os.cpu_count() or 1, 8)
    assert workers(3, 1) == 3
    assert workers(0, 9) == 1


def test_workers_answer_in_order_and_take_tasks_only_as_they_can_do_them() -> None:
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        for number in range(300):
            taken += 1
            yield -number

    results = in_order(abs, tasks(), 2)
    assert next(results) == 0
    assert taken <= 100
    assert list(results) == list(range(1, 300))


def test_leaving_a_run_ends_its_workers() -> None:
    results = in_order(time.sleep, iter([0.0] * 99), 2)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert list(results) == []
