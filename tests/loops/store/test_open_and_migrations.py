"""The store opens, brings old data to the newest schema by itself, and never touches newer data."""

import pytest
from sqlalchemy import inspect, text

from loops.store import StoreError, open_store
from loops.store.migrations import MIGRATIONS, migrate, schema_version
from loops.store.open import database_url, make_engine
from loops.store.tables import META


def columns(engine):
    """All tables with the names of their columns."""
    seen = inspect(engine)
    return {t: [c["name"] for c in seen.get_columns(t)] for t in seen.get_table_names()}


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
def test_data_of_every_earlier_version_comes_along(store_url, version):
    engine = make_engine(store_url)
    with engine.begin() as connection:
        assert migrate(connection, version) == version
        if version:
            connection.execute(text("INSERT INTO plans VALUES ('p', 'Baker', '2026', false, 1, 1)"))
    engine.dispose()

    store = open_store(store_url)

    with store.engine.connect() as connection:
        assert schema_version(connection) == len(MIGRATIONS)
        kept = connection.execute(text("SELECT name FROM plans")).scalars().all()
    assert kept == (["Baker"] if version else [])
    store.close()


def test_the_migrations_end_in_the_tables_that_the_product_uses(store):
    want = {name: [column.name for column in table.columns] for name, table in META.tables.items()}

    assert {t: c for t, c in columns(store.engine).items() if t != "schema_version"} == want


def test_a_second_opening_changes_nothing(store, store_url):
    before = columns(store.engine)
    again = open_store(store_url)

    assert columns(again.engine) == before
    again.close()


def test_newer_data_is_left_alone(store, store_url):
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE schema_version SET number = 999"))

    with pytest.raises(StoreError, match="written by a newer version"):
        open_store(store_url)


def test_the_address_comes_from_the_environment():
    assert database_url({}) == "sqlite:///data/loopwright.sqlite"
    assert database_url({"LOOPWRIGHT_DATA": "/srv/kept"}) == "sqlite:////srv/kept/loopwright.sqlite"
    url = "postgres://ada@db/plans"
    assert database_url({"LOOPWRIGHT_DATABASE_URL": url, "LOOPWRIGHT_DATA": "/srv"}) == url
    assert make_engine(url).dialect.driver == "psycopg"


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("nonsense", "no database's address"),
        ("mysql://root:hunter2@db/plans", "SQLite or PostgreSQL, not in mysql"),
        ("postgresql://ada:hunter2@127.0.0.1:9/plans?connect_timeout=2", "cannot be opened"),
        ("sqlite:////dev/null/plans.sqlite", "cannot be made"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_without_its_password(url, says):
    with pytest.raises(StoreError, match=says) as told:
        open_store(url)

    assert "hunter2" not in str(told.value)


def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path):
    file = tmp_path / "loopwright.sqlite"
    file.write_bytes(b"not a database at all, but some text that is long enough" * 20)
    before = file.read_bytes()

    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(f"sqlite:///{file}")
    assert file.read_bytes() == before
