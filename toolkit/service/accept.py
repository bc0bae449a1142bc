"""What a request says of itself: the types that it takes, and the type that it is."""

from collections.abc import Sequence
from email.message import Message

from starlette.requests import Request

from toolkit.service.problems import Problem

__all__ = ["acceptable", "check_json", "has_tag"]

_LONGEST = 1000


def acceptable(header: str | None, offers: Sequence[str]) -> tuple[str, ...]:
    """Return the media types that a client takes (RFC 9110, 12.5.1).

    Args:
        header: Its ``Accept``, or ``None``.
        offers: Those that there are, the preferred first.

    Returns:
        Those that it takes, the one that it likes best first.
    """
    ranges = [_range(part) for part in (header or "*/*")[:_LONGEST].split(",")]
    weights = {offer: _weight(offer, ranges) for offer in offers}
    return tuple(sorted((o for o in offers if weights[o] > 0), key=lambda o: -weights[o]))


def _range(part: str) -> tuple[str, float]:
    name, _, parameters = part.partition(";")
    for parameter in parameters.split(";"):
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "q":
            try:
                return name.strip().lower(), min(max(float(value), 0.0), 1.0)
            except ValueError:
                return name.strip().lower(), 0.0
    return name.strip().lower(), 1.0


def _weight(offer: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Return the weight of the range that fits most closely."""
    for name in (offer, f"{offer.partition('/')[0]}/*", "*/*"):
        found = [weight for known, weight in ranges if known == name]
        if found:
            return max(found)
    return 0.0


def check_json(request: Request) -> None:
    """Refuse a body that is no JSON in UTF-8.

    Raises:
        Problem: Its type, its charset or its coding is another.
    """
    said = Message()
    said["Content-Type"] = request.headers.get("content-type", "")
    is_json = said.get_content_type() == "application/json"
    charset = str(said.get_param("charset", "utf-8")).lower()
    coding = request.headers.get("content-encoding", "identity").lower()
    if not is_json or charset not in {"utf-8", "utf8"} or coding != "identity":
        raise Problem("media-type", headers={"Accept-Post": "application/json"})


def has_tag(header: str | None, tag: str) -> bool:
    """Return whether ``If-None-Match`` names an entity tag (RFC 9110, 13.1.2).

    Args:
        header: Its value, or ``None``.
        tag: The tag, in its quotation marks.
    """
    if header is None:
        return False
    return tag in (known.strip().removeprefix("W/") for known in header.split(","))
