from backstride.message import say
from backstride.store import Store


def test_lines_come_newest_first_and_page_on(store: Store) -> None:
    for number in range(5):
        store.journal.write(f"{number}.fit", "imported", None, (str(number),), (), None)
    first = store.journal.lines(limit=2)
    assert [line.name for line in first] == ["4.fit", "3.fit"]
    assert [line.name for line in store.journal.lines(limit=9, before=first[-1].id)] == ["2.fit", "1.fit", "0.fit"]


def test_a_line_keeps_its_sentence_and_ids(store: Store) -> None:
    message = say("record {n} of {m}", n=3, m=4)
    store.journal.new_job("a" * 32, "zip")
    store.journal.write("x", "failed", message, ("1", "2"), ("3",), "a" * 32)
    store.journal.write("y", "imported", None, (), (), None)
    (line,) = store.journal.lines(limit=9, job_id="a" * 32)
    assert (line.message, line.ids, line.twins, line.became) == (message, ("1", "2"), ("3",), "failed")


def test_jobs_wait_in_turn_and_wait_again_after_a_crash(store: Store) -> None:
    for name in ("first", "second", "third"):
        store.journal.new_job(name, name)
    store.journal.update_job("first", "done", 1, 1)
    store.journal.update_job("second", "running", 3, 9)
    following = store.journal.next_job()
    assert following is not None
    assert following.id == "third"
    assert [job.id for job in store.journal.jobs(limit=9)] == ["second", "third", "first"]
    store.journal.reopen_jobs()
    following = store.journal.next_job()
    assert following is not None
    assert (following.id, following.done) == ("second", 0)
    assert store.journal.waiting_ids() == {"second", "third"}


def test_settings_change_only_what_is_given(store: Store) -> None:
    store.settings.write({"a": 1.5, "b": "kept", "c": None})
    store.settings.write({"a": "text"})
    store.settings.write({})
    assert store.settings.read() == {"a": "text", "b": "kept", "c": None}
