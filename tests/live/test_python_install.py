# SPDX-License-Identifier: MIT
"""sameseed.install(): numpy.random is ours for a while, and then NumPy's."""

import sys
import types
import warnings

import numpy as np
import pytest

sameseed = pytest.importorskip("sameseed")
ours = pytest.importorskip("sameseed.numpy.random")

NAMES = [name for name in ours.__all__ if hasattr(np.random, name)]


@pytest.fixture(autouse=True)
def put_back():
    theirs = {name: getattr(np.random, name) for name in NAMES}
    yield
    for name in NAMES:
        assert getattr(np.random, name) is theirs[name]
    with pytest.raises(RuntimeError):
        sameseed.uninstall()


def test_all_public_names_are_ours_and_come_back():
    assert set(NAMES) == set(np.random.__all__)
    with sameseed.installed():
        for name in NAMES:
            assert getattr(np.random, name) is getattr(ours, name), name
        assert np.random.get_bit_generator is ours.get_bit_generator
        assert np.random.mtrand._rand is ours.mtrand._rand


def test_the_stream_goes_on_across_the_switch():
    want = np.random.RandomState(5)
    np.random.seed(5)
    got = [np.random.rand(), np.random.standard_normal()]
    with sameseed.installed():
        got += [np.random.standard_normal(), np.random.rand()]
    got += [np.random.standard_normal(), np.random.rand()]
    assert got == [want.rand(), want.standard_normal(),
                   want.standard_normal(), want.rand(),
                   want.standard_normal(), want.rand()]


def test_the_stream_goes_on_over_another_bit_generator():
    kept = np.random.get_bit_generator()
    want = np.random.RandomState(np.random.PCG64(5))
    np.random.set_bit_generator(np.random.PCG64(5))
    try:
        got = [np.random.rand()]
        with sameseed.installed():
            got += [np.random.rand(), np.random.randint(10)]
        got += [np.random.rand()]
    finally:
        np.random.set_bit_generator(kept)
    assert got == [want.rand(), want.rand(), want.randint(10), want.rand()]


def test_it_nests_and_survives_exceptions():
    with pytest.raises(KeyError):
        with sameseed.installed():
            with sameseed.installed():
                pass
            assert np.random.rand is ours.rand
            raise KeyError


def test_names_that_were_imported_earlier_are_listed():
    module = types.ModuleType("imported_earlier")
    module.draw = np.random.rand
    module.Kind = np.random.RandomState
    module.other = len
    sys.modules["imported_earlier"] = module
    try:
        with pytest.warns(sameseed.EarlierNamesWarning) as caught:
            with sameseed.installed():
                pass
    finally:
        del sys.modules["imported_earlier"]
    said = str(caught[0].message)
    assert "imported_earlier.draw" in said
    assert "imported_earlier.Kind" in said
    assert "imported_earlier.other" not in said
    assert caught[0].filename == __file__


def test_without_early_names_nothing_is_said():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with sameseed.installed():
            pass
    mine = [w for w in caught if "test_install" in str(w.message)]
    assert not mine
