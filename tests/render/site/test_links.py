"""Every link of a site leads somewhere, from the file system and behind any address."""

import threading
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import etree, html

from tests.render.site.conftest import BASE


def links(page):
    for element in html.parse(page).iter("a", "link", "img"):
        address = element.get("href") or element.get("src")
        if address and not address.startswith(("http", "mailto:")):
            yield address


def test_relative_links_lead_to_files(sample_site):
    pages = [page for page in sample_site.rglob("*.html") if page.name != "404.html"]
    lost = {
        (page.name, address)
        for page in pages
        for address in links(page)
        if not (page.parent / unquote(urldefrag(address)[0] or page.name)).is_file()
    }
    assert len(pages) > 40
    assert lost == set()


def test_the_style_sheets_find_their_fonts(sample_site):
    sheets = list((sample_site / "assets").glob("*.css"))
    assert {sheet.name.split(".")[0] for sheet in sheets} == {"screen", "front"}
    for sheet in sheets:
        fonts = [part.split('"')[0] for part in sheet.read_text("utf-8").split('url("')[1:]]
        assert len(fonts) > 10
        assert [font for font in fonts if not (sheet.parent / font).is_file()] == []


def test_fragments_are_there(sample_site):
    for page in sample_site.rglob("*.html"):
        root = html.parse(page)
        ids = {element.get("id") for element in root.iter() if element.get("id")}
        wanted = {link.get("href")[1:] for link in root.iter("a") if link.get("href")[0] == "#"}
        assert wanted <= ids, page.name


def test_links_work_behind_a_folder_of_a_server(sample_site, tmp_path):
    """A crawl from the root and from the page not found, both in a folder of the server."""
    (tmp_path / "root/a").mkdir(parents=True)
    (tmp_path / "root/a/b").symlink_to(sample_site)
    handler = partial(Quiet, directory=tmp_path / "root")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        statuses = crawl(server.server_port, ["/a/b/", "/a/b/404.html"])
        server.shutdown()
    assert {path for path, status in statuses.items() if status != 200} == set()
    made = {
        f"/a/b/{page.relative_to(sample_site).as_posix()}" for page in sample_site.rglob("*.html")
    }
    assert made - set(statuses) == {"/a/b/index.html"}  # the folder itself shows it


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments):
        pass


def crawl(port, waiting):
    statuses = {}
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    while waiting:
        path = waiting.pop()
        if path in statuses:
            continue
        connection.request("GET", path)
        response = connection.getresponse()
        content = response.read()
        statuses[path] = response.status
        if response.headers.get_content_type() == "text/html" and response.status == 200:
            waiting += found_in(content, path)
    connection.close()
    return statuses


def found_in(content, path):
    for element in html.document_fromstring(content).iter("a", "link", "img"):
        there = urldefrag(urljoin(path, element.get("href") or element.get("src")))[0]
        if not urlsplit(there).scheme:
            yield there


def test_alternates_name_each_other(sample_site):
    """A language that one page names but that does not name it back is not believed."""
    heads = {}
    for page in sample_site.rglob("*.html"):
        root = html.parse(page)
        canonical = root.find(".//link[@rel='canonical']")
        named = root.findall(".//link[@rel='alternate'][@hreflang]")
        if canonical is not None and page.name != "index.html":
            own = BASE + page.relative_to(sample_site).as_posix()
            heads[own] = (
                canonical.get("href"),
                {link.get("hreflang"): link.get("href") for link in named},
            )
    for own, (canonical, named) in heads.items():
        assert heads[canonical][0] == canonical
        assert not named or canonical == own
        for there in named.values():
            assert heads[there][1] == named
        if named:
            assert own in named.values()
            assert "x-default" in named


def test_the_sitemap_says_the_same(sample_site):
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    xhtml = "{http://www.w3.org/1999/xhtml}link"
    places = etree.parse(sample_site / "sitemap.xml").findall(".//s:url", names)
    listed = set()
    for place in places:
        address = place.findtext("s:loc", namespaces=names)
        listed.add(address)
        head = html.parse(sample_site / address.removeprefix(BASE))
        assert head.find(".//link[@rel='canonical']").get("href") == address
        assert {link.get("hreflang"): link.get("href") for link in place.findall(xhtml)} == {
            link.get("hreflang"): link.get("href")
            for link in head.findall(".//link[@rel='alternate'][@hreflang]")
        }
    assert len(listed) == len(places)
