"""Another site gets nothing and changes nothing."""

import pytest

from tests.preview.conftest import HOST, Browser
from toolkit.preview.app import create_app
from toolkit.preview.settings import Settings
from toolkit.preview.workspace import Workspace


@pytest.mark.parametrize("host", [HOST, "localhost:8730", "LOCALHOST:8730", "[::1]:8730"])
def test_its_own_names_are_answered(browser_of, host):
    assert browser_of.get("/", host=host).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:8730",
        "127.0.0.1",
        "127.0.0.1:80",
        "localhost:8730.evil.example",
        "",
        "0.0.0.0:8730",
    ],
)
def test_a_name_bound_to_this_machine_is_refused(browser_of, host):
    assert browser_of.get("/", host=host).status_code == 421


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("localhost", "http://localhost", 200),
        ("localhost:80", "http://localhost", 200),
        ("[::1]", "http://[::1]", 200),
        ("127.0.0.1", "http://127.0.0.1:8080", 403),
        ("127.0.0.1", "http://localhost", 403),
        ("evil.example", "http://evil.example", 421),
        ("localhost:8080", "http://localhost:8080", 421),
    ],
)
def test_at_the_port_of_http_names_have_no_port(folder, host, origin, status):
    browser = Browser(create_app(Workspace(folder), Settings.serving("127.0.0.1", 80)))
    assert browser.get("/", host=host, origin=origin).status_code == status


@pytest.mark.parametrize("path", ["/", "/page/en/water-report", "/static/shell.js"])
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec_fetch_site": "cross-site", "sec_fetch_mode": "cors", "sec_fetch_dest": "empty"},
        {"sec_fetch_site": "same-site", "sec_fetch_mode": "no-cors", "sec_fetch_dest": "image"},
        {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate", "sec_fetch_dest": "iframe"},
    ],
)
def test_other_sites_are_refused(browser_of, path, headers):
    assert browser_of.get(path, **headers).status_code == 403


def test_a_link_from_elsewhere_may_lead_here(browser_of):
    visit = {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate"}
    assert browser_of.get("/", **visit, sec_fetch_dest="document").status_code == 200


def test_nothing_is_changed_without_the_secret_of_the_run(browser_of):
    own = {"origin": f"http://{HOST}", "sec_fetch_site": "same-origin"}
    assert browser_of.post("/", **own).status_code == 403
    assert browser_of.post("/", **own, x_preview_token="x" * 43).status_code == 403
    assert browser_of.post("/", **own, x_preview_token=browser_of.token).status_code == 405


def test_a_form_of_another_site_is_refused_even_with_the_secret(browser_of):
    token = {"x_preview_token": browser_of.token}
    assert browser_of.post("/", origin="https://evil.example", **token).status_code == 403


@pytest.mark.parametrize("path", ["/", "/page/en/water-report", "/none"])
def test_every_answer_keeps_to_itself(browser_of, path):
    headers = browser_of.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert not [name for name in headers if name.startswith("access-control-")]


def test_an_articles_page_runs_nothing(browser_of):
    policy = browser_of.get("/page/en/water-report").headers["content-security-policy"]
    assert "script-src" not in policy
    assert "frame-ancestors 'self'" in policy


@pytest.mark.parametrize(
    "path",
    [
        "/page/en/../../etc/passwd",
        "/page/en/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/page/en/..%5c..%5cetc%5cpasswd",
        "/page/en/%2fetc%2fpasswd",
        "/page/en/water-report%00",
        "/page/..%2f..%2f/water-report",
        "/page/xx/water-report",
        "/assets/..%2f..%2fpyproject.toml",
        "/assets/%2fetc%2fpasswd",
        "/assets/toolkit.toml",
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/front/..%2f",
    ],
)
def test_no_path_leads_out(browser_of, path):
    assert browser_of.get(path).status_code == 404


def test_a_link_out_of_the_folder_is_not_followed(folder, browser_of, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text("---\nlang: en\ntitle: A secret\n---\n\nNot for the preview.\n", "utf-8")
    (folder / "linked.md").symlink_to(secret)
    (folder / "endless.md").symlink_to(folder / "endless.md")
    workspace = browser_of.app.state.context.workspace
    workspace.reload([folder / "linked.md"])
    assert "linked" not in workspace.snapshot.articles
    assert "secret" not in workspace.snapshot.articles
    assert "link-outside" in [one.code for one in workspace.snapshot.failures]
    assert browser_of.get("/page/en/linked").status_code == 404
