"""A page as a reader has it: open, click, press, read; and what went wrong while that was done."""

import base64
import pathlib
import time
import urllib.parse

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCREENSHOTS = ROOT / ".build/screenshots"
DESKTOP, PHONE = (1440, 900), (390, 844)
PATIENCE = 10


class Page:
    def __init__(self, browser):
        self.browser = browser
        self.driver = browser.driver
        self.folders = set()

    # Before and after

    def reset(self):
        """Light, desktop, English, as the next test expects it; nothing downloaded, nothing logged."""
        self.driver.get("about:blank")
        for file in self.browser.downloads.iterdir():
            file.unlink()
        self.theme("light")
        self.size(*DESKTOP)
        self.media("")
        self.vision("none")
        self.speaks("en-US")
        self.browser.messages()
        list(self.browser.requests())

    def faults(self):
        """Everything that must never happen, whatever a test looks at."""
        return [*self.browser.messages(),
                *(f"request: {url}" for url in self.browser.requests() if not self.is_local(url))]

    def is_local(self, url):
        """From the folder of a report that was opened, or made by the page itself."""
        if url.startswith("file:"):
            return any(url.startswith(folder.as_uri()) for folder in self.folders)
        return url.startswith(("data:", "blob:", "about:"))

    # Where

    def open(self, path, **state):
        """Opens a file from disk, at the state that its address holds: `open(path, p=…)` is `#p=…`."""
        path = pathlib.Path(path).resolve()
        self.folders.add(path.parent)
        self.driver.get("about:blank")
        self.driver.get(path.as_uri() + fragment(state))
        self.wait_for("#main > :not(noscript)")

    def go(self, **state):
        """The same page at another address, as by a link."""
        self.follow(fragment(state))

    def follow(self, address):
        """To an address of the same page, `#…`, and until the page has answered."""
        self.driver.execute_async_script("""
            const [address, done] = arguments;
            const drawn = () => requestAnimationFrame(() => setTimeout(done, 0));
            const before = location.href;
            addEventListener('hashchange', drawn, { once: true });
            location.hash = address;
            if (location.href === before) { removeEventListener('hashchange', drawn); drawn(); }""", address)

    def state(self):
        """What the address holds."""
        return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.driver.current_url).fragment))

    def back(self):
        self.driver.back()
        self.settle()

    def forward(self):
        self.driver.forward()
        self.settle()

    def reload(self):
        self.driver.refresh()
        self.wait_for("#main > :not(noscript)")

    # What the reader does

    def click(self, selector, text=None, index=0):
        """Clicks what a reader can see: fails where something else covers it."""
        self.element(selector, text, index).click()
        self.settle()

    def press(self, *keys):
        """Presses keys one after another where the focus is; `Escape` and `ArrowLeft` are keys too."""
        for key in keys:
            named = key if len(key) == 1 else getattr(Keys, key.replace("Arrow", "Arrow_").upper())
            ActionChains(self.driver).send_keys(named).perform()
            self.settle()

    def type(self, selector, text):
        """Types into a field, in place of what stands in it."""
        field = self.element(selector)
        field.click()
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys(text or Keys.BACKSPACE)
        self.settle()

    def hover(self, selector, text=None, index=0):
        ActionChains(self.driver).move_to_element(self.element(selector, text, index)).perform()
        self.settle()

    def download(self, selector, text=None):
        """Clicks, and returns the file that this put on the disk."""
        before = set(self.browser.downloads.iterdir())
        self.click(selector, text)
        return self.wait_until(lambda: next((
            file for file in set(self.browser.downloads.iterdir()) - before
            if file.suffix not in (".crdownload", ".tmp") and not file.name.startswith(".")), None), "no download")

    # What the reader sees

    def elements(self, selector, text=None):
        return self.evaluate(
            "return [...document.querySelectorAll(arguments[0])].filter((each) => each.textContent.includes(arguments[1]))",
            selector, text or "")

    def element(self, selector, text=None, index=0):
        wanted = f"{selector!r}" + (f" with {text!r}" if text else "")
        self.wait_until(lambda: len(self.elements(selector, text)) > index, f"there is no {wanted}")
        return self.elements(selector, text)[index]

    def count(self, selector):
        return self.evaluate("return document.querySelectorAll(arguments[0]).length", selector)

    def text(self, selector, index=0):
        """The text as it is displayed."""
        return self.element(selector, index=index).text

    def texts(self, selector):
        """All texts, whether displayed or not."""
        return self.evaluate("return [...document.querySelectorAll(arguments[0])].map((each) => each.textContent)", selector)

    def values(self, selector, attribute):
        return self.evaluate(
            "return [...document.querySelectorAll(arguments[0])].map((each) => each.getAttribute(arguments[1]))",
            selector, attribute)

    def shows(self, selector):
        """Whether there is such an element that takes up space."""
        return self.evaluate(
            "return [...document.querySelectorAll(arguments[0])].some((each) => each.checkVisibility())", selector)

    def evaluate(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    # Waiting

    def settle(self):
        """Until the page has drawn what the last event asked for."""
        self.driver.execute_async_script(
            "const done = arguments[0]; requestAnimationFrame(() => setTimeout(done, 0));")

    def wait_for(self, selector):
        return self.wait_until(lambda: self.count(selector), f"there is no {selector!r}")

    def wait_until(self, condition, failure):
        end = time.monotonic() + PATIENCE
        while not (found := condition()):
            if time.monotonic() > end:
                raise AssertionError(f"{failure} after {PATIENCE} s, at {self.driver.current_url}")
            time.sleep(0.02)
        return found

    # The reader's machine

    def theme(self, name):
        """`light` or `dark`."""
        self.features = {"prefers-color-scheme": name, "prefers-reduced-motion": "reduce"}
        self.emulate(self.media_type if hasattr(self, "media_type") else "")

    def media(self, name):
        """`print`, or nothing for the screen."""
        self.media_type = name
        self.emulate(name)

    def emulate(self, media):
        self.browser.command("Emulation.setEmulatedMedia", media=media,
                             features=[{"name": name, "value": value} for name, value in self.features.items()])

    def size(self, width, height):
        self.browser.command("Emulation.setDeviceMetricsOverride", width=width, height=height,
                             deviceScaleFactor=1, mobile=width < 600)

    def vision(self, deficiency):
        """`deuteranopia`, `protanopia`, `tritanopia`, `achromatopsia` or `none`."""
        self.browser.command("Emulation.setEmulatedVisionDeficiency", type=deficiency)

    def speaks(self, language):
        """The language that the browser tells pages."""
        agent = self.browser.command("Browser.getVersion")["userAgent"]
        self.browser.command("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage=language)

    # Pictures

    def screenshot(self, name, whole=False):
        """What the window shows, or the whole page, as .build/screenshots/NAME.png."""
        picture = self.browser.command("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        return keep(f"{name}.png", picture["data"])

    def print(self, name):
        """The page on A4 as .build/screenshots/NAME.pdf."""
        paper = self.browser.command(
            "Page.printToPDF", paperWidth=8.27, paperHeight=11.69, preferCSSPageSize=True, printBackground=True)
        return keep(f"{name}.pdf", paper["data"])


def fragment(state):
    pairs = {name: value for name, value in state.items() if value is not None}
    return "#" + urllib.parse.urlencode(pairs, quote_via=urllib.parse.quote) if pairs else ""


def keep(name, data):
    path = SCREENSHOTS / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(base64.b64decode(data))
    return path
