"""One line of JSON for each request, and never a text of an article."""

from tests.service.conftest import ARTICLE, running


def test_a_request_is_one_line_without_the_article():
    with running("--workers", 1) as service:
        service.post("render", article=ARTICLE, format="pdf")
        service.post("render", article={**ARTICLE, "titel": "geheim"}, locale="en")
        service.post("explain", text="geheim")
        service.client.get("/geheim?geheim", headers={"X-Request-ID": "mine"})
        service.client.request("GEHEIM", "/health")
        service.stop()
        lines = service.log()
    first, second, *_rest, unknown, other = lines
    known = {"route": "/v1/render", "status": 200, "format": "pdf", "locale": "fa"}
    assert known.items() <= first.items()
    assert first["bytes"] > 1000
    assert first["ms"] > 0
    assert (second["status"], second["problem"]) == (422, "invalid")
    assert (unknown["route"], unknown["id"]) == ("none", "mine")
    assert (other["method"], other["status"]) == ("other", 405)
    told = "".join(service.lines)
    assert "geheim" not in told.lower()
    assert ARTICLE["title"] not in told


def test_metrics_count_requests(service):
    service.post("render", article=ARTICLE)
    service.client.get("/nowhere/else")
    text = service.client.get("/metrics").text
    assert 'toolkit_requests_total{method="POST",route="/v1/render",status="200"}' in text
    assert 'route="none",status="404"' in text
    assert "nowhere" not in text
