"""Chromium, headless, on pages that are opened from disk; nothing it asks of a network is answered."""

import json
import pathlib
import shutil
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

# The second wall: no name has an address, so that even a request that no log shows goes nowhere.
SWITCHES = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking", "--disable-component-update",
    "--disable-extensions", "--force-color-profile=srgb", "--hide-scrollbars", "--lang=en-US",
    # A test turns to another view faster than the browser allows a page to.
    "--disable-ipc-flooding-protection",
]

# Runs before every page. Hostile texts call `__taohua_pwned(…)` or a dialog: either becomes an error of the console.
WATCH = """
(() => {
  for (const name of ['__taohua_pwned', 'alert', 'confirm', 'prompt']) {
    window[name] = (text) => { console.error(`a text ran: ${name} ${text}`); };
  }
  window.__longTasks = [];
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.__longTasks.push(task.duration);
  }).observe({ type: 'longtask', buffered: true });
  const shown = () => {
    if (document.querySelector('main h1')) setTimeout(() => { window.__shown = performance.now(); }, 0);
    else requestAnimationFrame(shown);
  };
  shown();
})();
"""


class Browser:
    """One Chromium for all tests; `Page` drives it."""

    def __init__(self):
        program, driver = shutil.which("chromium"), shutil.which("chromedriver")
        if not program or not driver:
            raise SystemExit("browser: chromium or chromium-driver is missing; run: scripts/setup --tests")
        self.profile = tempfile.TemporaryDirectory()
        self.downloads = pathlib.Path(self.profile.name, "downloads")
        self.downloads.mkdir()
        options = webdriver.ChromeOptions()
        options.binary_location = program
        for switch in [*SWITCHES, f"--user-data-dir={self.profile.name}/profile"]:
            options.add_argument(switch)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        options.set_capability("unhandledPromptBehavior", "ignore")
        self.driver = webdriver.Chrome(options=options, service=Service(driver))
        self.driver.set_script_timeout(60)
        self.driver.set_page_load_timeout(60)
        self.command("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        self.command("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(self.downloads))

    def command(self, name, **arguments):
        """A command of Chromium's own protocol."""
        return self.driver.execute_cdp_cmd(name, arguments)

    def messages(self):
        """What the console said since the last call, errors and warnings."""
        return [f"console: {entry['level']}: {entry['message']}" for entry in self.driver.get_log("browser")
                if entry["level"] in ("SEVERE", "WARNING")]

    def requests(self):
        """The addresses that the page asked for since the last call."""
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                yield message["params"]["request"]["url"]
            elif message["method"] == "Network.webSocketCreated":
                yield message["params"]["url"]

    def close(self):
        self.driver.quit()
        self.profile.cleanup()
