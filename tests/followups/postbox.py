"""A mail server for tests: it refuses what it is told to, and keeps mail as a mail store does.

A store keeps one message for each Message-ID; how often it was given the same is counted apart.
"""

import threading
from collections import Counter
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller


class Postbox:
    """The mail that came: `kept` by Message-ID, `repeats` beyond the first."""

    def __init__(self):
        self.kept, self.given = {}, Counter()
        self.refusals = {}
        self.after_data = None
        self.lock = threading.Lock()

    @property
    def repeats(self):
        return sum(self.given.values()) - len(self.given)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if refusal := self.refusals.get(address):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = message_from_bytes(envelope.content, policy=policy.default)
        with self.lock:
            if self.after_data:
                return self.after_data
            self.given[message["Message-ID"]] += 1
            self.kept[message["Message-ID"]] = (envelope.rcpt_tos, message)
        return "250 OK"


class Server(Controller):
    """It listens on a free port of this machine; `handler` is its Postbox."""

    def __init__(self):
        super().__init__(Postbox(), hostname="127.0.0.1", port=0, ready_timeout=30)

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]  # known only now
        super()._trigger_server()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *error):
        self.stop()


def mailer_at(port, **options):
    """The MAILERS setting that speaks to a server on `port`."""
    options = {"host": "127.0.0.1", "port": port, "timeout": 10, **options}
    backend = "django.core.mail.backends.smtp.EmailBackend"
    return {"default": {"BACKEND": backend, "OPTIONS": options}}
