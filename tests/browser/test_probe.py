"""The probe finds what it looks for: a page with one fault of each kind."""

import pytest

from tests.browser.test_pages import PROBE

pytestmark = pytest.mark.browser

BROKEN = """<!doctype html><html lang="fa" dir="rtl"><body style="margin:0; line-height: 1.2">
<p>شرکت Hello World آمد.</p>
<p dir="ltr">این یک بند فارسی بلند است که راستایش نادرست است.</p>
<p style="direction: ltr">abc</p>
<p><span dir="ltr" style="unicode-bidi: normal">abc</span></p>
<p>\u202babc\u202c</p>
<p>\ufedf\ufe8e</p>
<p style="letter-spacing: 1px">فارسی</p>
<p><em style="font-style: italic">فارسی</em></p>
<div style="width: 3000px">پهن</div>
<a href="#" style="display: inline-block; width: 10px; height: 10px; overflow: hidden">x</a>
<table><tr><td>۱</td></tr></table>
<p>در <time>1405</time> بود</p>
</body></html>"""


def test_every_fault_is_found(page):
    page.set_content(BROKEN)
    found = page.evaluate(PROBE)
    assert {rule for rule, offenders in found.items() if not offenders} == set()


def test_a_right_page_has_none(page):
    page.set_content(
        '<!doctype html><html lang="fa" dir="rtl"><body style="line-height: 1.8">'
        '<p>شرکت <span lang="en" dir="ltr">Hello World</span> در ۱۴۰۵ آمد.</p></body></html>'
    )
    assert {rule: offenders for rule, offenders in page.evaluate(PROBE).items() if offenders} == {}
