"""The description of the service, and the service against it."""

import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from toolkit.article.schema import article_schema
from toolkit.service import create_app

POSTS = ("/v1/render", "/v1/check", "/v1/explain")
GETS = ("/v1/locales", "/v1/schema", "/v1/problems", "/metrics", "/health", "/health/live")
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module")
def described():
    return create_app().openapi()


@pytest.fixture(scope="module")
def api(service):
    return schemathesis.openapi.from_url(f"{service.address}/openapi.json")


def _hold(api, path, **options):
    """Send requests of all kinds, right and wrong, to an address; a GET can only be right."""
    (operation,) = (found.ok() for found in api.get_all_operations() if found.ok().path == path)
    quiet = settings(deadline=None, suppress_health_check=list(HealthCheck), **options)

    @quiet
    @given(case=operation.as_strategy())
    def right(case):
        case.call_and_validate(checks=CHECKS, timeout=60)

    @quiet
    @given(case=operation.as_strategy(generation_mode=GenerationMode.NEGATIVE))
    def wrong(case):
        case.call_and_validate(checks=CHECKS, timeout=60)

    right()
    if path in POSTS:
        wrong()


@pytest.mark.parametrize("path", POSTS + GETS)
def test_no_request_gives_a_fault_or_what_is_not_described(api, path):
    _hold(api, path, max_examples=12, derandomize=True, phases=[Phase.generate])


@pytest.mark.slow
@pytest.mark.parametrize("path", POSTS + GETS)
def test_no_request_of_very_many_does(api, path):
    _hold(api, path, max_examples=1000)


def test_every_address_is_described(described):
    assert set(described["paths"]) == {*POSTS, *GETS, "/openapi.json"}


def test_every_schema_is_one(described):
    for name, part in described["components"]["schemas"].items():
        jsonschema.Draft202012Validator.check_schema(part), name


def test_an_article_is_what_the_contract_says(described):
    ours = described["components"]["schemas"]["Article"]
    assert set(ours["properties"]) == set(article_schema()["properties"])


def test_the_examples_work(service, described):
    for path, operations in described["paths"].items():
        if "post" in operations:
            (content,) = operations["post"]["requestBody"]["content"].values()
            for example in content["examples"].values():
                got = service.client.post(path, json=example["value"])
                assert got.status_code == 200, got.text


def test_names_of_the_server_are_offered(service):
    told = service.client.get("/openapi.json").json()
    fields = told["components"]["schemas"]["RenderRequest"]["properties"]
    assert fields["publication"]["anyOf"][0]["enum"] == ["courier", "herald"]
    assert fields["theme"]["anyOf"][0]["enum"] == ["broken", "plain"]


def test_locales_are_told(service):
    told = {row["tag"]: row for row in service.client.get("/v1/locales").json()}
    assert {"en", "fa", "fa-AF", "ps", "fa-XA"} <= set(told)
    assert (told["ps"]["name"], told["ps"]["direction"]) == ("پښتو", "rtl")


def test_the_contract_is_told(service):
    got = service.client.get("/v1/schema")
    assert got.json() == article_schema()
    assert got.headers["content-type"] == "application/schema+json"
