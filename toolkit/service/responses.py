"""Responses that tell of problems."""

import json

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from toolkit.service.problems import PROBLEM_JSON, Problem, problem_of

__all__ = ["on_error", "on_http_error", "problem_response"]

_NAMES = {404: "not-found", 405: "method-not-allowed"}


def problem_response(problem: Problem, request: str) -> Response:
    """Return the response that tells of a problem.

    Args:
        problem: The problem.
        request: Id of the request.
    """
    return Response(
        json.dumps(problem.told(request), ensure_ascii=False),
        status_code=problem.kind.status,
        headers=problem.headers,
        media_type=PROBLEM_JSON,
    )


def on_error(request: Request, error: Exception) -> Response:
    """Answer a request that is refused, or is wrong.

    Raises:
        Exception: The error itself, where it is no fault of the request's.
    """
    problem = problem_of(error)
    if problem.kind.name == "fault":
        raise error
    request.scope["toolkit.facts"]["problem"] = problem.kind.name
    return problem_response(problem, request.scope["toolkit.id"])


def on_http_error(request: Request, error: Exception) -> Response:
    """Answer a request that no route takes; OPTIONS is told which methods one takes."""
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is registered for
    headers = dict(error.headers or {})
    if "Allow" in headers:
        methods = set(headers["Allow"].split(", "))
        methods |= {"HEAD"} if "GET" in methods else set()
        headers["Allow"] = ", ".join(sorted(methods | {"OPTIONS"}))
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=headers)
    problem = Problem(_NAMES.get(error.status_code, "fault"), headers=headers)
    return problem_response(problem, request.scope["toolkit.id"])
