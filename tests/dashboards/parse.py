"""Reads the dashboard as a person does: its numbers and where they lead."""

from html.parser import HTMLParser


class Links(HTMLParser):
    """Every link with the attributes that it carries."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.found.append(dict(attrs))


def numbers(text):
    """Address and number of every link that counts rows of a register."""
    return [
        (link["href"], int(link["data-number"]))
        for link in Links(text).found
        if "data-number" in link
    ]
