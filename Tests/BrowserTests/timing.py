"""How long a page keeps its reader waiting.

The machine may be busy with other things, which a clock on the wall counts too. So a step is the shorter of two
measures, each of which is an upper bound of what the longest task takes by itself: the longest task on the
wall, and the processor time of the page's main thread from the beginning of the step to its end.
"""


class Step:
    """One thing that a reader does, and how long the page then answers nothing else, in milliseconds."""

    def __init__(self, wall, processor):
        self.wall, self.processor = wall, processor
        self.blocked = min(wall, processor)

    def __str__(self):
        return f"{self.blocked:.0f} ms (longest task {self.wall:.0f} ms, all work {self.processor:.0f} ms)"


def measure(page, action):
    """Does `action` and waits until the page is quiet; tasks below 50 ms count as nothing on the wall."""
    page.browser.command("Performance.enable", timeDomain="threadTicks")
    page.evaluate("window.__longTasks = []")
    before = worked(page)
    action()
    quiet(page)
    longest = page.evaluate("return Math.max(0, ...window.__longTasks)")
    return Step(longest, (worked(page) - before) * 1000)


LIMIT = 200  # milliseconds in which a page may answer nothing else


def assert_quick(page, name, action, undo=lambda: None):
    """No step over the limit. A slow one is taken back by `undo` and tried once more: the machine may have been busy."""
    step = measure(page, action)
    if step.blocked > LIMIT:
        undo()
        quiet(page)
        step = measure(page, action)
    print(f"{name}: {step}")
    assert step.blocked <= LIMIT, f"{name}: {step}"


def worked(page):
    metrics = page.browser.command("Performance.getMetrics")["metrics"]
    return next(each["value"] for each in metrics if each["name"] == "TaskDuration")


def quiet(page):
    """Until nothing is left to do: the page is idle, and the observer of long tasks has had its turn."""
    page.driver.execute_async_script("""
        const done = arguments[0];
        requestIdleCallback(() => requestAnimationFrame(() => setTimeout(() => requestIdleCallback(done), 60)));""")


def until_shown(page, path, **state):
    """Milliseconds from setting out for the file until the page is drawn and answers: the best of three."""
    def once():
        page.open(path, **state)
        return page.wait_until(lambda: page.evaluate("return window.__shown"), "the page does not show anything")
    return min(once() for _ in range(3))
