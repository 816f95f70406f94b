"""Listening: one loopback address, one process, until it is told to stop."""

import socket
from collections.abc import Callable
from ipaddress import ip_address

import uvicorn
from fastapi import FastAPI

from backstride.errors import NotAllowed
from backstride.message import say


def listen(app: FastAPI, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve `app` on host and port until Ctrl-C. `ready` is called with the address once it is open.

    Raises NotAllowed for an address that other machines reach, and for a port that cannot be opened.
    """
    check(host)
    address = f"http://{'localhost' if host in ('127.0.0.1', 'localhost') else _bracketed(host)}:{port}"
    with _open(host, port) as door:
        config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=3)
        ready(address)
        uvicorn.Server(config).run(sockets=[door])


def check(host: str) -> None:
    """Raises NotAllowed for an address that other machines reach: without accounts, whoever reaches us owns all."""
    if not is_loopback(host):
        raise NotAllowed(
            say("{host} can be reached from other machines, and there are no accounts yet: use 127.0.0.1", host=host)
        )


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches `host`. A name other than localhost is not looked up: it may change."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _open(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    door = socket.socket(family, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
    except OSError as error:
        door.close()
        raise NotAllowed(
            say("port {port} cannot be opened ({why}); another --port may do", port=port, why=error.strerror or "")
        ) from None
    return door


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
