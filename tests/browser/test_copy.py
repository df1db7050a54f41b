"""Charts and tables leave the page: what lies on the clipboard afterwards, and what a refusal says."""

from xml.etree import ElementTree as ET

import pytest
from django.template.loader import render_to_string

from tests.web.drawings import SVG, columns

pytestmark = pytest.mark.django_db(transaction=True)
READ = """async () => {
  const [item] = await navigator.clipboard.read();
  const words = {};
  for (const kind of item.types) {
    const blob = await item.getType(kind);
    words[kind] = kind === "image/png" ? [...new Uint8Array(await blob.arrayBuffer()).slice(16, 24)] : await blob.text();
  }
  return words;
}"""
LOADED = '<link rel="stylesheet" href="/static/{0}.css">'


@pytest.fixture
def chart_page(open_page):
    """A page of this site, with its policy, into which a chart is put as the dashboard would."""

    def do(**options):
        page = open_page(theme="dark", **options)
        page.goto("/accounts/login/")
        chart = columns([4, 9], [1, 0], heading="=1+1")
        page.evaluate(
            "html => { document.querySelector('main').innerHTML = html }",
            LOADED.format("charts") + render_to_string("includes/chart.html", {"chart": chart}),
        )
        # The policy lets scripts of the site in, also such as are added.
        page.evaluate("import('/static/copy.js')")
        page.get_by_role("button", name="Copy as table").wait_for()
        return page

    return do


def test_a_chart_is_copied_as_a_table_and_as_a_picture_and_saved(chart_page):
    page = chart_page(permissions=["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Copy as table").click()
    page.get_by_text("Copied.").wait_for()
    table = page.evaluate(READ)
    page.get_by_role("button", name="Copy as image").click()
    page.get_by_text("Copied.").wait_for()
    picture = page.evaluate(READ)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as SVG").click()
    root = ET.parse(download.value.path()).getroot()

    assert table["text/plain"] == "'=1+1\tOn time\tLate\tAll\nc0\t4\t9\t13\nc1\t1\t0\t1"
    assert "<td>13</td>" in table["text/html"]
    width, height = (int.from_bytes(bytes(picture["image/png"][n : n + 4])) for n in (0, 4))
    assert (width, height) == tuple(2 * int(root.get(name)) for name in ("width", "height"))
    fills = {part.get("fill") for part in root.iter(f"{SVG}text")}
    assert fills <= {"rgb(27, 36, 48)", "rgb(85, 96, 112)"}  # of the light theme, on white
    assert next(root.iter(f"{SVG}a")).get("href").startswith("http")
    assert page.evaluate("document.documentElement.dataset.bsTheme") == "dark"


def test_a_browser_that_refuses_says_so(chart_page):
    page = chart_page()
    page.evaluate("void (navigator.clipboard.write = () => Promise.reject(new Error('no')))")

    page.get_by_role("button", name="Copy as table").click()

    page.get_by_text("The browser did not allow it").wait_for()
