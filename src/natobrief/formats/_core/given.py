"""What a reader of documents is given: text, or bytes that are text in UTF-8."""

from __future__ import annotations

from natobrief.errors import Fault, InvalidDocument, InvalidValue, show

__all__ = ["text_of"]


def text_of(given: object, path: str = "text") -> str:
    """Return the text of a document, without a byte order mark.

    Args:
        given: Text, or bytes in UTF-8.
        path: What the argument is called in an error.

    Raises:
        InvalidDocument: The bytes are no UTF-8.
        InvalidValue: It is neither text nor bytes.
    """
    if isinstance(given, bytes):
        try:
            given = given.decode("utf-8")
        except UnicodeDecodeError as error:
            came = f"byte 0x{given[error.start]:02x} at {error.start} ({error.reason})"
            raise InvalidDocument([Fault(path="$", allowed="UTF-8", came=came)]) from None
    if not isinstance(given, str):
        raise InvalidValue([Fault(path=path, allowed="text or bytes", came=show(given))])
    return given.removeprefix("\ufeff")
