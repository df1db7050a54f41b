"""What holds for the repository as a whole."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 300
# Longer for a reason that is said here.
LONGER: dict[str, str] = {}


def files(pattern):
    return [
        p for p in ROOT.glob(pattern) if "migrations" not in p.parts and "vendor" not in p.parts
    ]


@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("pattern", ["apps/**/*.py", "project/**/*.py", "static/**/*.js"])
def test_no_file_is_long_without_a_reason(pattern):
    long = {
        str(p.relative_to(ROOT)): n
        for p in files(pattern)
        if (n := len(p.read_text().splitlines())) > LONGEST
    }

    assert long.keys() == {name for name in LONGER if name in long}, long


def test_every_template_is_used():
    code = "\n".join(p.read_text() for p in [*files("apps/**/*.py"), *files("templates/**/*.html")])
    code += (ROOT / "project/settings.py").read_text()
    ours = [
        str(p.relative_to(ROOT / "templates"))
        for p in files("templates/**/*.html")
        if p.parent.name not in {"elements", "layouts", "forms", "widgets", "account", "templates"}
    ]

    assert [name for name in ours if name not in code] == []


def test_styles_name_no_side_of_the_page():
    css = "\n".join(p.read_text() for p in files("static/*.css") + files("static/pages/*.css"))

    found = re.findall(
        r"(?:margin|padding|border)-(?:left|right)|(?:text-align|float): *(?:left|right)", css
    )

    assert found == []


def test_no_template_carries_a_style_or_a_handler():
    found = {
        str(p.relative_to(ROOT)): match[0]
        for p in files("templates/**/*.html")
        if (match := re.search(r"\sstyle=|\son(?:click|change|load|submit)=", p.read_text()))
    }

    assert found == {}
