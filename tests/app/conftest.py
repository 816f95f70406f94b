from tests.stores import folder, server, sqlite_store, store, url

__all__ = ["folder", "server", "sqlite_store", "store", "url"]
