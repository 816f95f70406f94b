from tests.stores import empty_sqlite, folder, server, sqlite_store, store, url

__all__ = ["empty_sqlite", "folder", "server", "sqlite_store", "store", "url"]
