"""A preview of the sample articles, asked without a network."""

import httpx
import pytest

from tests.coroutines import finished
from tests.preview.server import copy_samples
from toolkit.preview.app import create_app
from toolkit.preview.settings import Settings
from toolkit.preview.workspace import Workspace

HOST = "127.0.0.1:8730"


@pytest.fixture
def folder(tmp_path):
    """A copy of some sample articles that a test may change."""
    copy = tmp_path / "articles"
    copy_samples(copy)
    return copy


@pytest.fixture
def app(folder):
    """The preview of the copy."""
    return create_app(Workspace(folder), Settings.serving("127.0.0.1", 8730))


class Browser:
    """Asks an application as a browser does."""

    def __init__(self, app):
        self.app = app
        self.token = app.state.context.settings.token

    async def ask(self, method, path, **headers):
        transport = httpx.ASGITransport(app=self.app)
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}") as client:
            given = {name.replace("_", "-"): value for name, value in headers.items()}
            return await client.request(method, path, headers=given)

    def get(self, path, **headers):
        return finished(self.ask, "GET", path, **headers)

    def post(self, path, **headers):
        return finished(self.ask, "POST", path, **headers)


@pytest.fixture
def browser_of(app):
    """A browser at the preview."""
    return Browser(app)
