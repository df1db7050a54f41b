"""Keys of records as an address or a form gives them."""

LONGEST_KEY = 18  # digits that a key of the database can have for certain


def as_key(text: str) -> int | None:
    """The key that `text` is; None for what is none, however many digits it has."""
    is_key = text.isascii() and text.isdecimal() and len(text) <= LONGEST_KEY
    return int(text) if is_key else None
