"""The collector of garbage rests while a document is read, and goes on as it was."""

import gc

import pytest

from extract.garbage import left_alone


def test_it_rests_and_goes_on() -> None:
    with left_alone():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_behind_an_error() -> None:
    with pytest.raises(ValueError, match="damaged"), left_alone():
        raise ValueError("damaged")
    assert gc.isenabled()


def test_it_rests_on_where_it_did_before() -> None:
    gc.disable()
    try:
        with left_alone():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
