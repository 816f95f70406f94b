from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from backstride.errors import NotFound
from backstride.recording import Direction, Label, Placement
from backstride.store import Filter, NewFile, Said, Store
from backstride.store.checking import check
from tests import made


def faults(store: Store) -> list[str]:
    return [finding.code for finding in check(store.database, store.files)]


def files(store: Store) -> list[Path]:
    return list(store.files.kept())


def test_a_recording_comes_back_bit_for_bit(store: Store) -> None:
    original = made.recording(loss=made.LOSS, time_zone="Europe/Berlin", notes="wind\nfrom the west")
    added = store.recordings.add(made.new_file(b"abc", original))
    assert added.fresh
    made.assert_same(store.recordings.load(added.ids[0]), original)
    assert store.recordings.original(added.ids[0]) == ("run.fit", b"abc")


def test_an_analysis_comes_back_whole(store: Store) -> None:
    (id_,) = store.recordings.add(made.new_file()).ids
    kept = store.analyses.of(id_, made.RECIPE)
    assert kept is not None
    assert kept.analysis is not None
    expected = made.analysis()
    np.testing.assert_array_equal(kept.analysis.steps.contact_s, expected.steps.contact_s)
    np.testing.assert_array_equal(kept.analysis.steps.off_s, expected.steps.off_s)
    for field in ("recipe", "bouts", "metrics", "quality"):
        assert repr(getattr(kept.analysis, field)) == repr(getattr(expected, field))


def test_the_same_bytes_are_kept_once(store: Store) -> None:
    first = store.recordings.add(made.new_file(b"same", name="a.fit"))
    before = files(store)
    second = store.recordings.add(made.new_file(b"same", name="b.fit"))
    assert (second.ids, second.fresh) == (first.ids, False)
    assert store.recordings.ids_of(made.new_file(b"same").original.sha) == first.ids
    assert files(store) == before
    assert store.lists.page(Filter())[1] == 1


def test_many_recordings_of_one_file_have_ids_of_their_own(store: Store) -> None:
    swim, run = made.recording(sport="swimming"), made.recording(made.START + timedelta(hours=1))
    ids = store.recordings.add(made.new_file(b"triathlon", swim, run)).ids
    assert len(set(ids)) == 2
    assert [store.recordings.get(id_).part for id_ in ids] == [0, 1]
    store.recordings.remove(ids[0])
    assert store.recordings.original(ids[1])[1] == b"triathlon"
    assert faults(store) == []
    store.recordings.remove(ids[1])
    assert files(store) == []


def test_removing_leaves_what_others_need(store: Store) -> None:
    one = store.recordings.add(made.new_file(b"one")).ids[0]
    other = store.recordings.add(made.new_file(b"other")).ids[0]  # the same samples: the same signal files
    store.recordings.remove(one)
    made.assert_same(store.recordings.load(other), made.recording())
    assert faults(store) == []
    with pytest.raises(NotFound):
        store.recordings.get(one)
    with pytest.raises(NotFound):
        store.recordings.remove(one)


def test_an_id_may_be_shortened_as_long_as_it_is_clear(store: Store) -> None:
    one = store.recordings.add(made.new_file(b"1")).ids[0]
    two = store.recordings.add(made.new_file(b"2")).ids[0]
    assert store.recordings.resolve(one[:6]) == one
    assert store.recordings.resolve(two) == two
    for bad in ("", "zz", "%", "_"):
        with pytest.raises(NotFound):
            store.recordings.resolve(bad)


def test_the_first_of_several_parts_can_be_named_although_others_begin_with_it(store: Store) -> None:
    ids = store.recordings.add(made.new_file(b"x", made.recording(), made.recording(seconds=30))).ids
    assert store.recordings.resolve(ids[0]) == ids[0]
    with pytest.raises(NotFound):
        store.recordings.resolve(ids[0][:8])


def test_text_that_databases_refuse_is_cleaned(store: Store) -> None:
    odd = made.recording(name="nul\0 and ü", notes="\0")
    (id_,) = store.recordings.add(made.new_file(b"odd", odd, name="na\udce9me\0.fit")).ids
    row = store.recordings.get(id_)
    assert row.name == "nul and ü"
    assert row.original_name == "na?me.fit"


def test_describing_changes_what_a_search_finds(store: Store) -> None:
    (id_,) = store.recordings.add(made.new_file()).ids
    assert not store.recordings.describe(id_, name="Stadtpark RÜCKWÄRTS", notes="100 %")
    found = {
        text: store.lists.page(Filter(text=text))[1] for text in ("rückwärts stadt", "100 %", "run.fit", "morning")
    }
    assert found == {"rückwärts stadt": 1, "100 %": 1, "run.fit": 1, "morning": 0}


def test_a_new_placement_asks_for_a_new_analysis_and_the_old_is_not_saved_over_it(store: Store) -> None:
    (id_,) = store.recordings.add(made.new_file()).ids
    before = store.recordings.get(id_).edition
    assert store.recordings.describe(id_, placement=Placement.WRIST)
    assert not store.analyses.save(id_, before, made.analysed())
    assert store.analyses.save(id_, before + 1, made.analysed())
    assert store.recordings.get(id_).placement is Placement.WRIST


def test_an_export_gives_names_and_labels_back_but_never_over_newer_ones(store: Store) -> None:
    said = Said(0, "My name", "My notes", (Label(1.0, 2.0, Direction.BACKWARD),))
    plain = made.new_file(b"exported")
    exported = NewFile(plain.original, plain.recordings, said)
    first = store.recordings.add(exported)
    assert (first.fresh, first.restored) == (True, True)
    row = store.recordings.get(first.ids[0])
    assert (row.name, row.notes, row.labels) == ("My name", "My notes", said.labels)
    again = store.recordings.add(NewFile(plain.original, plain.recordings, Said(0, "Older", "", ())))
    assert (again.fresh, again.restored) == (False, False)
    assert store.recordings.get(first.ids[0]).name == "My name"
    absent = store.recordings.add(NewFile(plain.original, plain.recordings, Said(5, "No such part", "", ())))
    assert not absent.restored


def test_labels_are_kept_in_order_and_taken_back_one_by_one(store: Store) -> None:
    (id_,) = store.recordings.add(made.new_file()).ids
    one, two = Label(0.0, 5.0, Direction.BACKWARD), Label(3.0, 9.0, Direction.STILL)
    store.labels.add(id_, one)
    store.labels.add(id_, two)
    assert store.recordings.get(id_).labels == (one, two)
    assert store.labels.undo(id_)
    assert store.recordings.get(id_).labels == (one,)
    assert store.labels.undo(id_)
    assert not store.labels.undo(id_)
    assert store.recordings.get(id_).labels == ()
    with pytest.raises(NotFound):
        store.labels.add("nothing", one)


def test_what_has_no_analysis_by_a_recipe_is_pending(store: Store) -> None:
    old = store.recordings.add(made.new_file(b"old", made.recording(made.START))).ids[0]
    new = store.recordings.add(made.new_file(b"new", made.recording(made.START + timedelta(days=1)))).ids[0]
    assert store.analyses.pending(made.RECIPE) == ()
    assert store.analyses.pending("test-2") == (new, old)
    assert store.analyses.save(old, 0, made.analysed(recipe="test-2"))
    assert store.analyses.pending("test-2") == (new,)
    kept = store.analyses.of(new, "test-2")
    assert kept is not None
    assert kept.recipe == made.RECIPE


def test_a_store_can_be_opened_by_two_at_once(store: Store) -> None:
    with Store(store.folder, store.url) as other:
        (id_,) = store.recordings.add(made.new_file()).ids
        other.labels.add(id_, Label(0.0, 1.0, Direction.STILL))
        assert len(store.recordings.get(id_).labels) == 1
        assert not other.recordings.add(made.new_file()).fresh
