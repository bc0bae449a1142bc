"""What is refused, and how that is told (RFC 9457)."""

import asyncio
import json
import subprocess
import sys

import pytest
from starlette.requests import Request
from typer.testing import CliRunner

from tests.coroutines import finished
from tests.service.conftest import ARTICLE
from toolkit.cli import app
from toolkit.service.arrival import body_of
from toolkit.service.problems import Problem, kinds

JSON = {"Content-Type": "application/json"}


def _is_told(got, status, name):
    assert got.headers["content-type"] == "application/problem+json"
    told = got.json()
    assert (got.status_code, told["status"]) == (status, status)
    assert told["type"] == f"/v1/problems#{name}"
    assert told["request"] == got.headers["x-request-id"]
    return told


@pytest.mark.parametrize(
    ("fields", "pointers"),
    [
        ({}, ["/article"]),
        ({"article": []}, ["/article"]),
        ({"article": ARTICLE, "locale": "xx-nonsense-tag-"}, ["/locale"]),
        ({"article": ARTICLE, "locale": "qqq"}, ["/locale"]),
        ({"article": ARTICLE, "columns": 3, "colour": 1}, ["/columns", "/colour"]),
        ({"article": ARTICLE, "page_size": "A99"}, ["/page_size"]),
        ({"article": ARTICLE, "profile": "best"}, ["/profile"]),
        ({"article": {**ARTICLE, "id": "../x"}}, ["/article/id"]),
        ({"article": {**ARTICLE, "titel": "x"}}, ["/article/titel"]),
        ({"article": {**ARTICLE, "a/b~c": "x"}}, ["/article/a~1b~0c"]),
        ({"article": {**ARTICLE, "authors": [{"name": 3}]}}, ["/article/authors/0/name"]),
        ({"article": {**ARTICLE, "title": {"fa": "", "en": 5}}}, ["/article/title/en"]),
    ],
)
def test_wrong_fields_are_named_by_their_pointers(service, fields, pointers):
    told = _is_told(service.post("render", **fields), 422, "invalid")
    assert {error["pointer"] for error in told["errors"]} == set(pointers)
    assert all(error["reason"] for error in told["errors"])


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({}, ""),
        ({"text": "a", "article": ARTICLE}, ""),
        ({"text": "a" * 100_001}, "/text"),
        ({"text": "a", "lang": "!"}, "/lang"),
        ({"text": "a", "base": "up"}, "/base"),
    ],
)
def test_a_wrong_text_is_told(service, fields, pointer):
    told = _is_told(service.post("explain", **fields), 422, "invalid")
    assert [error["pointer"] for error in told["errors"]] == [pointer]


BOMBS = {
    "no JSON": b"{",
    "nothing": b"",
    "not UTF-8": b'{"article": "\xff"}',
    "deep": b"[" * 100_000 + b"]" * 100_000,
    "deep in the article": b'{"article":{"id":' + b"[" * 50_000 + b"]" * 50_000 + b"}}",
    "many digits": b'{"article":{"id":' + b"9" * 100_000 + b"}}",
    "a large exponent": b'{"article":{"image":{"width":1e99999}}}',
    "no number": b'{"article":{"image":{"width":NaN}}}',
    "a field twice": b'{"article":{},"article":{}}',
    "lone surrogates": b'{"article":{"id":"\\ud800","\\udc00":"\\ud800"}}',
    "a long text": json.dumps({"article": {**ARTICLE, "body": "a" * 10_000_000}}).encode(),
    "many fields": json.dumps({"article": {f"f{n}": n for n in range(200_000)}}).encode(),
    "many errors": json.dumps({"article": {**ARTICLE, "tags": [1] * 500_000}}).encode(),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
@pytest.mark.parametrize("path", ["render", "check", "explain"])
def test_bombs_are_refused(service, path, bomb):
    got = service.client.post(f"/v1/{path}", content=bomb, headers=JSON)
    if path == "check" and got.status_code == 200:  # a breach of the contract is a finding
        assert got.json()["counts"]["error"]
    else:
        _is_told(got, 422, "invalid")
    assert len(got.content) < 20_000


def test_what_is_too_large_is_refused_before_it_has_arrived(service):
    got = service.client.post("/v1/render", content=b" " * 12_100_000, headers=JSON)
    _is_told(got, 413, "too-large")


def test_the_body_is_counted_whatever_its_head_says(service):
    def parts():
        for _ in range(130):
            yield b" " * 100_000

    _is_told(service.client.post("/v1/render", content=parts(), headers=JSON), 413, "too-large")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/json; charset=utf-16"},
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
        {"Content-Type": "multipart/form-data; boundary=x"},
        {"Content-Type": "; ;=\x22"},
    ],
)
def test_another_type_is_refused(service, headers):
    got = service.client.post("/v1/render", content=b"{}", headers=headers)
    _is_told(got, 415, "media-type")
    assert got.headers["accept-post"] == "application/json"


def test_an_unknown_address_and_method_are_told(service):
    _is_told(service.client.get("/v1/nothing"), 404, "not-found")
    _is_told(service.client.get("/v1/../../etc/passwd"), 404, "not-found")


def test_an_address_with_a_slash_more_is_unknown(service):
    _is_told(service.client.post("/v1/render/", json={"article": ARTICLE}), 404, "not-found")
    _is_told(service.client.get("/health/", headers={"Host": "evil.example"}), 404, "not-found")
    got = service.client.get("/v1/render")
    _is_told(got, 405, "method-not-allowed")
    assert got.headers["allow"] == "OPTIONS, POST"
    assert service.client.head("/v1/render").status_code == 405


def test_options_names_methods_and_lets_no_other_origin_in(service):
    headers = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    got = service.client.options("/v1/render", headers=headers)
    assert (got.status_code, got.headers["allow"]) == (204, "OPTIONS, POST")
    assert not [name for name in got.headers if name.startswith("access-control")]


def test_head_is_get_without_a_body(service):
    head, get = service.client.head("/v1/schema"), service.client.get("/v1/schema")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(get.content))


def test_pages_run_no_script_and_are_in_no_frame(service):
    policy = service.post("render", article=ARTICLE).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy
    for got in (service.client.get("/health"), service.client.get("/x")):
        assert got.headers["x-content-type-options"] == "nosniff"
        assert got.headers["cache-control"] == "no-store"


def test_ids_come_back_unless_they_could_do_harm(service):
    for given, is_kept in (("abc-1.2_3", True), ("a" * 65, False), ("a b", False)):
        got = service.client.get("/health", headers={"X-Request-ID": given})
        assert (got.headers["x-request-id"] == given) == is_kept


def test_a_token_is_asked_for_where_there_is_one(guarded):
    for header in ({}, {"Authorization": "Bearer other"}, {"Authorization": "Basic x"}):
        for path in ("/v1/locales", "/metrics", "/openapi.json"):
            got = guarded.client.get(path, headers=header)
            _is_told(got, 401, "unauthorized")
            assert got.headers["www-authenticate"].startswith("Bearer")
    sent = {"Authorization": "Bearer s3cret"}
    assert guarded.client.get("/v1/locales", headers=sent).status_code == 200
    assert guarded.client.get("/health").status_code == 200


@pytest.mark.parametrize(
    ("host", "token", "is_warned"),
    [("0.0.0.0", "", True), ("0.0.0.0", "x", False), ("127.0.0.1", "", False)],
)
def test_who_guards_nothing_is_warned(monkeypatch, host, token, is_warned):
    served = []
    monkeypatch.setattr("toolkit.service.server.serve", lambda *given: served.append(given))
    done = CliRunner().invoke(app, ["serve", "--host", host], env={"TOOLKIT_TOKEN": token})
    assert (done.exit_code, served[0][0].token) == (0, token or None)
    assert (f"warning: everyone who reaches {host} can ask" in done.stderr) == is_warned
    assert "token=" not in repr(served[0][0])  # nor in any log


def test_an_address_that_is_taken_is_told(service):
    port = service.address.rpartition(":")[2]
    command = [sys.executable, "-m", "toolkit", "serve", "--port", port]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: cannot listen at 127.0.0.1, port {port}: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_fault_of_the_server_tells_its_client_nothing(service, places):
    got = service.post("render", article=ARTICLE, theme="broken")
    told = _is_told(got, 500, "fault")
    assert set(told) == {"type", "title", "status", "detail", "request"}
    line = next(line for line in map(json.loads, service.lines) if line["event"] == "fault")
    assert (line["id"], line["error"], line["line"]) == (told["request"], "ThemeError", 2)
    assert line["file"].endswith("article.html")
    assert ARTICLE["title"] not in "".join(service.lines)


def test_every_problem_is_explained(service):
    told = service.client.get("/v1/problems").json()
    assert {row["type"] for row in told} == {kind.type for kind in kinds().values()}


def test_who_sends_too_slowly_is_told():
    async def never():
        await asyncio.sleep(600)

    request = Request({"type": "http", "headers": []}, never)
    with pytest.raises(Problem) as raised:
        finished(body_of, request, 10, 0.05)
    assert raised.value.kind.status == 408
