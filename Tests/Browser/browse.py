#!/usr/bin/env python3
"""Uses the pages of `evfacts serve` in Chromium as a reader does, and prints what is wrong.

    browse.py PROGRAM PICTURES

Reads articles of Tests/Corpus into a database of its own, starts the server with --edit, and visits every page at 360,
768 and 1440 pixels, light and dark: nothing in the console, nothing of another host, nothing wider than the screen, no
violation that axe finds, no page of more than 100 KB. Then it asks, sorts, filters, downloads, follows the marks of an
article, corrects, and does some of it by keyboard alone and without scripts. Pictures of the pages go to PICTURES.
"""

import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

HERE = os.path.dirname(os.path.abspath(__file__))
CORPUS = os.path.join(HERE, "..", "Corpus", "own")
WIDTHS = (360, 768, 1440)
HEAVIEST = 100_000
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = {
    "overview": "/", "ask": "/ask?q=which+models+launch+in+2026", "refused": "/ask?q=what+does+the+Foozle+cost",
    "facts": "/facts?kind=price&sort=-value", "calendar": "/calendar?from=2025", "targets": "/targets",
    "makers": "/makers", "maker": "/makers/byd", "models": "/models", "markets": "/markets", "market": "/markets/DE",
    "history": "/history?maker=byd", "conflicts": "/conflicts", "articles": "/articles", "search": "/articles?q=BYD",
    "article": "/article?id=de-own-01", "review": "/review?below=0.9", "new-models": "/review?only=models",
    "changes": "/changes?since=2025-01-01&by=published", "unchanged": "/changes?since=2030&lang=de", "chinese": "/?lang=zh", "german": "/targets?lang=de",
    "nothing": "/facts?maker=Nobody", "lost": "/makers/nobody",
}
NEW = [
    ("Zorro 9", "BYD will launch the BYD Zorro 9 in Germany in March 2027. The new electric SUV, the BYD Zorro 9, starts at "
                "29,990 euros in Germany."),
    ("Zorro 9", "Buyers have to wait a little longer. Too few ships are free, a manager told dealers on Tuesday in Stuttgart, "
                "and so the BYD Zorro 9 will launch in Germany in June 2027."),
    ("Gato 3", "A small hatchback for cities: BYD will launch the BYD Gato 3 in Germany in May 2027."),
    ("Perro 5", "For families with dogs there is another one. The BYD Perro 5 starts at 24,990 euros in Germany, and the boot "
                "holds 600 litres."),
]
# Pages whose weight is that of the article's own text too.
WITH_TEXT = {"article"}


class Faults:
    """What was found to be wrong."""

    def __init__(self):
        self.found = []
        self.checked = 0

    def expect(self, condition, what):
        self.checked += 1
        if not condition:
            self.found.append(what)
            print(f"WRONG: {what}", flush=True)


def articles():
    """Articles of the corpus, without what was annotated of them, a line each."""
    for path in sorted(glob.glob(os.path.join(CORPUS, "*", "*.json"))):
        # The first twelve of each language are enough.
        if int(re.search(r"(\d+)\.json$", path).group(1)) > 12:
            continue
        with open(path, encoding="utf-8") as file:
            article = json.load(file)
        article = {key: value for key, value in article.items() if key not in ("facts", "models")}
        article["url"] = "https://news.example/" + article["id"]
        yield json.dumps(article, ensure_ascii=False)
    # Models that the catalogue does not know, and what was said of one of them later.
    for number, (model, text) in enumerate(NEW):
        yield json.dumps({"id": f"new-{number}", "title": f"BYD and the {model}", "publisher": "Kerb Daily",
                          "published": f"2026-0{number + 1}-15", "language": "en", "url": f"https://news.example/new-{number}",
                          "text": text})


class Server:
    """The program's server over a database of its own, on a port that the system picks."""

    def __init__(self, program, folder):
        lines = os.path.join(folder, "articles.jsonl")
        with open(lines, "w", encoding="utf-8") as file:
            file.write("\n".join(articles()) + "\n")
        database = os.path.join(folder, "pages.sqlite")
        subprocess.run([program, "ingest", lines, "--db", database], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        self.log = open(os.path.join(folder, "log"), "w+", encoding="utf-8")
        self.process = subprocess.Popen([program, "serve", "--db", database, "--edit", "--port", "0"],
                                        stdout=self.log, stderr=self.log)
        self.address = self.wait()

    def wait(self):
        for _ in range(200):
            with open(self.log.name, encoding="utf-8") as file:
                found = re.search(r"http://[\w.:]+", file.read())
            if found:
                return found.group(0).rstrip("/")
            time.sleep(0.1)
        raise SystemExit("the server did not say where it listens")

    def stop(self):
        self.process.terminate()
        return self.process.wait(timeout=20)


def browser(is_dark, scripts=True):
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for argument in ["--headless=new", "--disable-gpu", "--hide-scrollbars", "--lang=en", "--disable-dev-shm-usage"]:
        options.add_argument(argument)
    if os.getuid() == 0:
        options.add_argument("--no-sandbox")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    scheme = "dark" if is_dark else "light"
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    if not scripts:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    return driver


def resize(driver, width):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                           {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500})


def console(driver, faults, where):
    for entry in driver.get_log("browser"):
        # That a page is not there is what is asked for.
        if "status of 404" not in entry["message"]:
            faults.expect(False, f"{where}: the console says {entry['message']}")


def look(driver, address, faults, pictures, axe):
    """Every page at every width: what it weighs, where it goes, how it stands, what axe says."""
    for is_dark in (False, True):
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [
            {"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}]})
        for width in WIDTHS:
            resize(driver, width)
            for name, path in PAGES.items():
                where = f"{name} at {width} pixels, {'dark' if is_dark else 'light'}"
                driver.delete_all_cookies()
                driver.get(address + path)
                scheme = "dark" if is_dark else "light"
                driver.save_screenshot(os.path.join(pictures, f"{name}-{width}-{scheme}.png"))
                console(driver, faults, where)
                wide = driver.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
                faults.expect(wide <= 0, f"{where}: {wide} pixels stand over")
                weights, hosts = driver.execute_script("""
                    const all = performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'));
                    return [all.map(e => e.decodedBodySize), [...new Set(all.map(e => new URL(e.name).origin))]]""")
                faults.expect(hosts == [address], f"{where}: asks {hosts}")
                faults.expect(name in WITH_TEXT or sum(weights) < HEAVIEST, f"{where}: weighs {sum(weights)} bytes")
                driver.execute_script(axe)
                for violation in driver.execute_async_script("""
                    const done = arguments[arguments.length - 1];
                    axe.run(document, {runOnly: arguments[0]}).then(result => done(result.violations.map(v =>
                      `${v.id}: ${v.nodes.length} times, ${v.nodes[0].html.slice(0, 200)} ${v.nodes[0].failureSummary}`)))""",
                                                             RULES):
                    faults.expect(False, f"{where}: {violation}")
                faults.checked += 1


def arrive(driver, before):
    WebDriverWait(driver, 10).until(lambda d: d.current_url != before)


def click(driver, element):
    before = driver.current_url
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()
    arrive(driver, before)


def find(driver, selector):
    return driver.find_element(By.CSS_SELECTOR, selector)


def find_all(driver, selector):
    return driver.find_elements(By.CSS_SELECTOR, selector)


def use(driver, address, faults):
    """What a reader does: goes through the sections, asks, sorts, filters, pages, downloads, changes the language."""
    resize(driver, 1440)
    driver.delete_all_cookies()
    driver.get(address + "/")
    sections = [link.get_attribute("href") for link in find_all(driver, ".top nav a")]
    for place in range(1, len(sections)):
        click(driver, find_all(driver, ".top nav a")[place])
        faults.expect(find(driver, ".top nav [aria-current]").get_attribute("href") == sections[place],
                      f"{sections[place]} is not marked as the section that one is in")

    box = find(driver, "#question")
    before = driver.current_url
    box.send_keys("which models launch in 2026", Keys.RETURN)
    arrive(driver, before)
    faults.expect(find_all(driver, ".answer") and find_all(driver, "table.facts tbody tr"), "a question gets no answer")
    find(driver, "table.facts tbody tr details summary").click()
    faults.expect(find(driver, "table.facts tbody tr details q").is_displayed(), "a row's sentence does not show")
    driver.get(address + "/ask?q=when+does+the+Foozle+arrive")
    suggestion = find(driver, ".try a")
    click(driver, suggestion)
    faults.expect(find_all(driver, ".answer"), "a suggested question gets no answer")

    driver.get(address + "/facts?kind=price")
    click(driver, driver.find_element(By.XPATH, "//thead//a[contains(., 'Value')]"))
    faults.expect(find(driver, "thead [aria-sort]").get_attribute("aria-sort") == "ascending", "a click does not sort")
    click(driver, driver.find_element(By.XPATH, "//thead//a[contains(., 'Value')]"))
    faults.expect(find(driver, "thead [aria-sort]").get_attribute("aria-sort") == "descending", "a second click does not turn")
    find(driver, ".filter input[name=maker]").send_keys("BYD")
    Select(find(driver, ".filter select[name=status]")).select_by_value("actual")
    click(driver, find(driver, ".filter button"))
    faults.expect("maker=BYD" in driver.current_url and "sort=-value" in driver.current_url and "market=" not in driver.current_url,
                  f"a filter gives {driver.current_url}")
    subjects = {cell.text for cell in find_all(driver, "tbody th")}
    faults.expect(subjects and all(subject.startswith("BYD") for subject in subjects), f"a filter leaves {subjects}")

    for format_name, kind in [("CSV", "text/csv"), ("XLSX", "spreadsheet"), ("JSON", "application/json")]:
        link = driver.find_element(By.LINK_TEXT, format_name).get_attribute("href")
        status, found, size = driver.execute_async_script("""
            const done = arguments[arguments.length - 1];
            fetch(arguments[0]).then(async r => done([r.status, r.headers.get('content-type'), (await r.arrayBuffer()).byteLength]))""",
                                                          link)
        faults.expect(status == 200 and kind in found and size > 20, f"{link} gives {status}, {found}, {size} bytes")

    driver.get(address + "/facts?limit=10")
    click(driver, find(driver, "a[rel=next]"))
    faults.expect("offset=10" in driver.current_url and len(find_all(driver, "tbody tr")) == 10, "the next page does not come")
    find(driver, ".languages summary").click()
    click(driver, find(driver, ".languages a[hreflang=fr]"))
    faults.expect(find(driver, "html").get_attribute("lang") == "fr", "the language does not change")
    driver.get(address + "/makers")
    faults.expect(find(driver, "html").get_attribute("lang") == "fr", "the language is not kept")
    driver.delete_all_cookies()
    console(driver, faults, "using the pages")


def read_article(driver, address, faults):
    """The marks of an article: by pointer, by keyboard, without scripts."""
    driver.get(address + "/article?id=de-own-01")
    mark = find(driver, ".text a.mark")
    target = mark.get_attribute("href").split("#")[1]
    mark.click()
    card = driver.find_element(By.ID, target)
    WebDriverWait(driver, 5).until(lambda d: card.find_element(By.TAG_NAME, "blockquote").is_displayed())
    faults.expect(driver.switch_to.active_element == card, "a fact that was clicked is not what the keyboard is at")
    faults.expect(card.find_elements(By.CSS_SELECTOR, ".trail li"), "a fact does not tell what decided")
    console(driver, faults, "the article")

    driver.get(address + "/article?id=de-own-02")
    ActionChains(driver).send_keys(Keys.TAB).perform()
    focused = driver.switch_to.active_element
    faults.expect(focused.get_attribute("class") == "skip" and focused.rect["y"] >= 0, "the first stop is not the way to the content")
    focused.send_keys(Keys.RETURN)
    for _ in range(12):
        ActionChains(driver).send_keys(Keys.TAB).perform()
        focused = driver.switch_to.active_element
        if focused.get_attribute("class") == "mark":
            break
    faults.expect(focused.get_attribute("class") == "mark", "the keyboard does not reach a mark behind the content's beginning")
    outline = driver.execute_script("return getComputedStyle(arguments[0]).outlineStyle", focused)
    faults.expect(outline == "solid", "where the keyboard is cannot be seen")
    focused.send_keys(Keys.RETURN)
    time.sleep(0.3)
    faults.expect(driver.switch_to.active_element.get_attribute("id").startswith("fact-"), "Return on a mark does not show its fact")

    plain = browser(False, scripts=False)
    try:
        resize(plain, 768)
        plain.get(address + "/article?id=de-own-01")
        find(plain, ".text a.mark").click()
        faults.expect("#fact-" in plain.current_url, "without scripts a mark leads nowhere")
        find(plain, ".cards li:target details.why summary").click()
        faults.expect(find(plain, ".cards li:target blockquote").is_displayed(), "without scripts a sentence does not show")
        plain.get(address + "/facts")
        find(plain, ".filter input[name=maker]").send_keys("BYD", Keys.RETURN)
        WebDriverWait(plain, 5).until(lambda d: "maker=BYD" in d.current_url)
        faults.expect(find_all(plain, "tbody tr"), "without scripts a filter gives nothing")
    finally:
        plain.quit()


def edit(driver, address, faults):
    """Corrects, drops, keeps, and takes it back."""
    driver.get(address + "/review?below=0.9")
    section = find(driver, "section.doubt")
    number = section.get_attribute("id")
    section.find_element(By.CSS_SELECTOR, ".edit details summary").click()
    field = section.find_element(By.CSS_SELECTOR, ".fields input[name=when]")
    field.clear()
    field.send_keys("2031-Q2")
    submit(driver, section.find_element(By.CSS_SELECTOR, ".fields ~ button, .edit details button"))
    faults.expect(find_all(driver, ".notice.good"), "a correction is not confirmed")
    faults.expect(not find_all(driver, "#" + number), "a corrected fact is still doubtful")
    driver.get(address + "/facts?from=2031&to=2031")
    faults.expect("Q2 2031" in driver.page_source, "a correction does not show")
    driver.get(address + "/review?below=0.9")
    submit(driver, find(driver, ".undo button"))
    faults.expect(find_all(driver, "#" + number), "a correction is not taken back")

    for action in ("keep", "drop"):
        section = find(driver, "section.doubt")
        number = section.get_attribute("id")
        submit(driver, section.find_element(By.CSS_SELECTOR, f"form[action='/edit/{action}'] button"))
        faults.expect(find_all(driver, ".notice.good") and not find_all(driver, "#" + number), f"{action} does nothing")
    section = find(driver, "section.doubt")
    section.find_element(By.CSS_SELECTOR, ".edit details summary").click()
    field = section.find_element(By.CSS_SELECTOR, ".fields input[name=when]")
    field.clear()
    field.send_keys("someday")
    submit(driver, section.find_element(By.CSS_SELECTOR, ".edit details button"))
    faults.expect(find_all(driver, ".notice.bad"), "a wrong correction is not refused")
    console(driver, faults, "editing")


def review_models(driver, address, faults):
    """Takes a new model in, gives one the name of another, drops one, and takes it back; in German."""
    driver.get(address + "/review?lang=de")
    click(driver, find(driver, ".contents a[href*='only=models']"))
    # All on one page.
    driver.get(address + "/review?only=models&limit=200")

    def section(name):
        return driver.find_element(By.XPATH, f"//section[contains(@class, 'doubt')][h2[contains(., '{name}')]]")

    def names():
        return [heading.text for heading in find_all(driver, "section.doubt h2")]

    own = {"BYD Zorro 9", "BYD Gato 3", "BYD Perro 5"}
    faults.expect(own <= set(names()), f"the new models are {names()}")
    submit(driver, section("Gato 3").find_element(By.CSS_SELECTOR, "form[action='/edit/models/keep'] button"))
    notice = find(driver, ".notice.good").text
    faults.expect(notice == "In den Katalog aufgenommen: BYD Gato 3", f"a model that was taken in is told as {notice}")
    faults.expect("BYD Gato 3" not in names(), "a model that was taken in is still new")
    form = section("Zorro 9").find_element(By.CSS_SELECTOR, "form[action='/edit/models/alias']")
    form.find_element(By.CSS_SELECTOR, "input[name=of]").send_keys("Nothing")
    submit(driver, form.find_element(By.TAG_NAME, "button"))
    notice = find(driver, ".notice.bad").text
    faults.expect(notice == "Der Katalog kennt kein Modell „Nothing“ von BYD.", f"an unknown model is told as {notice}")
    form = section("Zorro 9").find_element(By.CSS_SELECTOR, "form[action='/edit/models/alias']")
    known = form.find_element(By.CSS_SELECTOR, "datalist option").get_attribute("value")
    form.find_element(By.CSS_SELECTOR, "input[name=of]").send_keys(known)
    submit(driver, form.find_element(By.TAG_NAME, "button"))
    faults.expect(find_all(driver, ".notice.good") and "BYD Zorro 9" not in names(), "a model does not get another's name")
    submit(driver, section("Perro 5").find_element(By.CSS_SELECTOR, "form[action='/edit/models/drop'] button"))
    faults.expect(find_all(driver, ".notice.good") and not own & set(names()), "a model is not dropped")
    for _ in range(3):
        submit(driver, find(driver, ".undo button"))
    # For a moment the list may be the one of before.
    WebDriverWait(driver, 10).until(lambda d: d.get(address + "/review?only=models&limit=200") or own <= set(names()))
    console(driver, faults, "reviewing new models")
    driver.delete_all_cookies()


def see_changes(driver, address, faults):
    """What changed since a day: by the form, sorted, with both articles."""
    driver.get(address + "/")
    click(driver, find(driver, ".top nav a[href='/changes']"))
    field = find(driver, ".filter input[name=since]")
    field.clear()
    field.send_keys("2026-02-01")
    Select(find(driver, ".filter select[name=by]")).select_by_value("published")
    find(driver, ".filter input[name=model]").send_keys("Zorro 9")
    click(driver, find(driver, ".filter button"))
    marks = {mark.text.split()[-1] for mark in find_all(driver, ".ch")}
    faults.expect("postponed" in marks, f"a launch that moved is told as {marks}")
    row = driver.find_element(By.XPATH, "//tbody/tr[td//span[contains(., 'postponed')]]")
    for source in row.find_elements(By.CSS_SELECTOR, "details.src summary"):
        source.click()
    quotes = [quote.text for quote in row.find_elements(By.TAG_NAME, "q")]
    faults.expect(len(quotes) == 2 and "June" in quotes[0] and "March" in quotes[1], f"a change quotes {quotes}")
    click(driver, driver.find_element(By.XPATH, "//thead//a[contains(., 'Subject')]"))
    faults.expect(find(driver, "thead [aria-sort]").text.startswith("Subject"), "changes do not sort")
    console(driver, faults, "what changed")


def submit(driver, button):
    body = find(driver, "body")
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
    button.click()
    # The page is another one when the old one is gone.
    def is_gone(d):
        try:
            body.is_enabled()
            return False
        except Exception:
            return True
    WebDriverWait(driver, 10).until(is_gone)


def main():
    program, pictures = sys.argv[1:]
    os.makedirs(pictures, exist_ok=True)
    rules = glob.glob(os.path.join(os.path.dirname(sys.executable), "..", "lib", "python3*", "site-packages",
                                   "axe_playwright_python", "axe.min.js"))
    with open(rules[0], encoding="utf-8") as file:
        axe = file.read()
    faults = Faults()
    with tempfile.TemporaryDirectory(prefix="evfacts-browser-") as folder:
        server = Server(os.path.abspath(program), folder)
        driver = browser(False)
        try:
            look(driver, server.address, faults, pictures, axe)
            use(driver, server.address, faults)
            read_article(driver, server.address, faults)
            edit(driver, server.address, faults)
            review_models(driver, server.address, faults)
            see_changes(driver, server.address, faults)
        finally:
            driver.quit()
            status = server.stop()
        faults.expect(status == 0, f"the server ended with {status}")
    print(f"{faults.checked} checks of {len(PAGES)} pages, {len(faults.found)} of them wrong; pictures in {pictures}")
    return 1 if faults.found else 0


if __name__ == "__main__":
    sys.exit(main())
